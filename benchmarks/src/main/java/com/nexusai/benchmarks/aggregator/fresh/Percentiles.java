package com.nexusai.benchmarks.aggregator.fresh;

import java.util.List;

/** Of a list of milliseconds. */
public record Percentiles(int count, long p50, long p95, long p99, long max) {
    public static Percentiles of(List<Long> millis) {
        if (millis.isEmpty()) {
            return new Percentiles(0, 0, 0, 0, 0);
        }
        var sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Percentiles(
                sorted.length, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    /** The smallest value that so large a share does not exceed. */
    private static long at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
