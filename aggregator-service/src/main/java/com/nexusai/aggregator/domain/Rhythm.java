package com.nexusai.aggregator.domain;

import java.time.Duration;

/**
 * When to send on what was added up. Soon, while the input is fresh. When it is old, we are behind, and what we send is
 * old whenever we send it: then longer pauses let more come together, which is how we catch up.
 *
 * <p>All beats fall on multiples of the pause. A commit of one task commits all tasks of its thread, so those that beat at
 * other times would find themselves committed in between, over and over, with nothing sent on.
 */
public final class Rhythm {
    private final Tempo tempo;
    private final long pauseMillis;
    private final long longPauseMillis;
    private long lastBeat = Long.MIN_VALUE;

    public Rhythm(Tempo tempo, Duration pause, Duration longPause) {
        this.tempo = tempo;
        this.pauseMillis = pause.toMillis();
        this.longPauseMillis = longPause.toMillis();
    }

    /** Whether it is time, and if so, takes note of it. */
    public boolean beats(long nowMillis) {
        long pause = tempo.isBehind(nowMillis) ? longPauseMillis : pauseMillis;
        if (lastBeat >= nowMillis - Math.floorMod(nowMillis, pause)) {
            return false;
        }
        lastBeat = nowMillis;
        return true;
    }
}
