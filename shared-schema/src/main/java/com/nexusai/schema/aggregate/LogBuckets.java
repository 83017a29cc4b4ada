package com.nexusai.schema.aggregate;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A histogram whose buckets grow by two percent, so that a quantile read from it is wrong by one percent at most.
 * Counts of buckets add up in any order and can be taken back, which sketches that draw lots cannot.
 */
public final class LogBuckets {
    private static final double GROWTH = 1.02;
    private static final double LOG_GROWTH = StrictMath.log(GROWTH);
    private static final int ONE = 2_000;
    private static final double SMALLEST = 1e-9;

    private LogBuckets() {}

    /** Zero has bucket 0; a negative value has the negative bucket of its size. */
    public static int of(double value) {
        double size = Math.abs(value);
        if (size < SMALLEST) {
            return 0;
        }
        // StrictMath: the same bucket on every machine
        int bucket = ONE + (int) Math.ceil(StrictMath.log(size) / LOG_GROWTH);
        return value > 0 ? bucket : -bucket;
    }

    /** The value in the middle of a bucket. */
    public static double middle(int bucket) {
        if (bucket == 0) {
            return 0;
        }
        double size = 2 * StrictMath.pow(GROWTH, Math.abs(bucket) - ONE) / (GROWTH + 1);
        return bucket > 0 ? size : -size;
    }

    /** The value below which this share of all values lies; empty where there are none. */
    public static OptionalDouble quantile(Map<Integer, Long> histogram, double share) {
        long total = histogram.values().stream().mapToLong(Long::longValue).sum();
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long below = 0;
        for (var bucket : new TreeMap<>(histogram).entrySet()) {
            below += bucket.getValue();
            if (total > 0 && below >= rank) {
                return OptionalDouble.of(middle(bucket.getKey()));
            }
        }
        return OptionalDouble.empty();
    }
}
