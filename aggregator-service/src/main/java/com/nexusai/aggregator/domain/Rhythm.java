package com.nexusai.aggregator.domain;

import java.time.Duration;

/**
 * When to send on what was added up. Soon, while the input is fresh. When it is old, we are behind, and what we send is
 * old whenever we send it: then longer pauses let more come together, which is how we catch up.
 */
public final class Rhythm {
    /** Input that arrived longer ago than this is old. */
    private static final long OLD_MILLIS = 1_000;

    private final long pauseMillis;
    private final long longPauseMillis;
    private long newestArrival = Long.MIN_VALUE;
    private long lastBeat = Long.MIN_VALUE;

    public Rhythm(Duration pause, Duration longPause) {
        this.pauseMillis = pause.toMillis();
        this.longPauseMillis = longPause.toMillis();
    }

    public void arrived(long atMillis) {
        if (atMillis > newestArrival) {
            newestArrival = atMillis;
        }
    }

    /** Whether it is time, and if so, takes note of it. */
    public boolean beats(long nowMillis) {
        boolean behind = newestArrival != Long.MIN_VALUE && nowMillis - newestArrival > OLD_MILLIS;
        if (lastBeat != Long.MIN_VALUE && nowMillis - lastBeat < (behind ? longPauseMillis : pauseMillis)) {
            return false;
        }
        lastBeat = nowMillis;
        return true;
    }
}
