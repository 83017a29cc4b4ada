package com.nexusai.query.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One window of a series.
 *
 * @param start the window's first instant, UTC
 * @param sum exact, as decimal text, of a metric that sums
 */
public record Point(Instant start, long count, @Nullable String sum) {
    public Point(Instant start, long count) {
        this(start, count, null);
    }
}
