package com.nexusai.query.domain;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One window of a series.
 *
 * @param start the window's first instant, UTC
 * @param sum exact, of a metric that sums
 */
public record Point(
        Instant start,
        long count,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal sum) {

    public Point(Instant start, long count) {
        this(start, count, null);
    }
}
