package com.nexusai.systemtests.metrics.traffic;

import java.time.Duration;
import java.time.Instant;

/** From when to when things happen, in epoch milliseconds. The end lies a little ahead, as some producers' clocks do. */
record Period(long from, long to) {
    static final long DAY = Duration.ofDays(1).toMillis();
    private static final Duration AHEAD = Duration.ofMinutes(4);

    static Period before(Instant now, Duration span) {
        return new Period(now.minus(span).toEpochMilli(), now.plus(AHEAD).toEpochMilli());
    }

    boolean holds(long at) {
        return at >= from && at < to;
    }

    long firstDay() {
        return Math.floorDiv(from, DAY);
    }

    long lastDay() {
        return Math.floorDiv(to - 1, DAY);
    }

    long any(Dice dice) {
        return from + dice.below(to - from);
    }
}
