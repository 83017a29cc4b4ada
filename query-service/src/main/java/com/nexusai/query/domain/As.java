package com.nexusai.query.domain;

import static java.util.Locale.ROOT;

import java.util.OptionalDouble;

/** As what a metric's figure is wanted, of those that its cells hold. */
public enum As {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX,
    P50,
    P90,
    P95,
    P99;

    /** As it stands in questions and answers: {@code p95}. */
    public String word() {
        return name().toLowerCase(ROOT);
    }

    /** @throws IllegalArgumentException if there is no such figure */
    public static As of(String word) {
        for (var as : values()) {
            if (as.word().equals(word)) {
                return as;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is none of count, sum, avg, min, max, p50, p90, p95, p99");
    }

    /** The share of values below it; empty for what is no percentile. */
    public OptionalDouble share() {
        return switch (this) {
            case P50 -> OptionalDouble.of(0.5);
            case P90 -> OptionalDouble.of(0.9);
            case P95 -> OptionalDouble.of(0.95);
            case P99 -> OptionalDouble.of(0.99);
            case COUNT, SUM, AVG, MIN, MAX -> OptionalDouble.empty();
        };
    }

    /** Whether nothing is zero, and not unknown. */
    public boolean zeroOfNothing() {
        return this == COUNT || this == SUM;
    }
}
