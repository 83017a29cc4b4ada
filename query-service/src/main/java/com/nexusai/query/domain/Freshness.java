package com.nexusai.query.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How old an answer may be: everything that was committed before {@code asOf} is in it.
 *
 * @param lag between {@code asOf} and the moment of the question; zero when the source has applied all there is
 */
public record Freshness(Instant asOf, Duration lag) {

    public static Freshness current(Instant now) {
        return new Freshness(now, Duration.ZERO);
    }

    /** A time after {@code now}, as a clock elsewhere may give, counts as now. */
    public static Freshness asOf(Instant asOf, Instant now) {
        return asOf.isAfter(now) ? current(now) : new Freshness(asOf, Duration.between(asOf, now));
    }
}
