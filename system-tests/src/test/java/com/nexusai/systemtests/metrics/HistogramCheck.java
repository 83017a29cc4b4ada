package com.nexusai.systemtests.metrics;

import com.nexusai.schema.aggregate.LogBuckets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Value by value, smallest first: what a histogram says of each must be right within one percent. So every percentile
 * is, by whichever rule its rank is chosen.
 */
final class HistogramCheck {
    private static final double TOLERANCE = 0.01;
    /** Of a rounded value, in its own unit. */
    private static final double ONE = 1;

    private HistogramCheck() {}

    /** @return null if the histogram is right */
    static @Nullable String faultOf(List<Long> sorted, @Nullable Map<Integer, Long> histogram) {
        if (histogram == null) {
            return ", no histogram";
        }
        int at = 0;
        for (var bucket : new TreeMap<>(histogram).entrySet()) {
            double middle = LogBuckets.middle(bucket.getKey());
            for (long i = 0; i < bucket.getValue(); i++, at++) {
                if (at >= sorted.size() || isFar(sorted.get(at), middle)) {
                    return ", histogram: value " + (at + 1) + " of " + sorted.size() + " is "
                            + (at < sorted.size() ? sorted.get(at) : "none") + ", not " + middle;
                }
            }
        }
        return at == sorted.size() ? null : ", histogram of " + at + " values instead of " + sorted.size();
    }

    private static boolean isFar(long value, double published) {
        return Math.abs(published - value) > TOLERANCE * value + ONE;
    }
}
