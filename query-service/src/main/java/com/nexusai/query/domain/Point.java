package com.nexusai.query.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One window of a series.
 *
 * @param start the window's first instant
 * @param value the figure that was asked for; null where it is not known
 * @param sum exact, as decimal text, of a metric that sums
 */
public record Point(
        Instant start,
        @Nullable Double value,
        long count,
        @Nullable String sum) {
    public Point(Instant start, long count) {
        this(start, (double) count, count, null);
    }

    static Point of(Instant start, Tally tally, As as, double unit) {
        return new Point(start, tally.value(as, unit), tally.count(), tally.exactSum());
    }

    static Point nothing(Instant start, As as) {
        return new Point(start, as.zeroOfNothing() ? 0.0 : null, 0, null);
    }
}
