package com.nexusai.aggregator.domain;

import java.time.Duration;

/**
 * When to send on what was added up. Soon, while the input is fresh. When it is old, we are behind, and what we send is
 * old whenever we send it: then longer pauses let more come together, which is how we catch up. But not without end: what
 * has come together must be sent and committed before the transaction runs out.
 *
 * <p>One for each thread. A commit of one task commits all tasks of its thread, so they beat together: one that beats alone
 * would have the others write down what they have not sent on, at each commit.
 */
public final class Rhythm {
    private final Tempo tempo;
    private final long pauseMillis;
    private final long longPauseMillis;
    private long beat;
    private long beganAt = Long.MIN_VALUE / 2;
    private boolean enough;

    public Rhythm(Tempo tempo, Duration pause, Duration longPause) {
        this.tempo = tempo;
        this.pauseMillis = pause.toMillis();
        this.longPauseMillis = longPause.toMillis();
    }

    /** Input is read now that arrived then. */
    public void read(long arrivedMillis, long nowMillis) {
        tempo.read(arrivedMillis, nowMillis);
    }

    /** So much has come together somewhere that the next beat should not wait. */
    public void enough() {
        enough = true;
    }

    /**
     * Whether it is time for the one who asks: a beat has begun that it has not done, or one begins now.
     *
     * @param done the last beat that it did
     */
    public boolean beats(long done, long nowMillis) {
        if (done != beat) {
            return true;
        }
        long pause = tempo.isBehind(nowMillis) ? longPauseMillis : pauseMillis;
        if (!enough && nowMillis - beganAt < pause) {
            return false;
        }
        beat++;
        beganAt = nowMillis;
        enough = false;
        return true;
    }

    public long beat() {
        return beat;
    }
}
