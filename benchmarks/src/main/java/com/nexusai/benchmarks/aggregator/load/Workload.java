package com.nexusai.benchmarks.aggregator.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The shape of the events.
 *
 * @param begin event time of the first event
 * @param span event time from the first to the last
 */
public record Workload(int events, int tenants, int users, Instant begin, Duration span, long seed) {
    private static final long SEED = 4711;

    /**
     * Around a midnight, so that there are two days; and that lies at most a day and a half back, since cells of old
     * minutes are no longer kept.
     */
    public static Workload aroundMidnight(int events, int tenants, int users, Duration span, Instant now) {
        var half = span.dividedBy(2);
        var midnight = now.minus(half).truncatedTo(ChronoUnit.DAYS);
        return new Workload(events, tenants, users, midnight.minus(half), span, SEED);
    }
}
