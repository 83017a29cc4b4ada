package com.nexusai.ingest.domain;

import java.time.Duration;

/**
 * How large, how old and how far in the future an event may be.
 *
 * @param maxFuture how far ahead of us a producer's clock may run
 */
public record Limits(int maxEventBytes, Duration maxAge, Duration maxFuture) {
    public static final Limits DEFAULT = new Limits(64 * 1024, Duration.ofDays(7), Duration.ofMinutes(5));
}
