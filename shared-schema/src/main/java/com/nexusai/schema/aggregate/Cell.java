package com.nexusai.schema.aggregate;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The value of one series in one window, as it stands after {@code revision} changes. Absolute, never a difference: to
 * read it twice is harmless. Which of the values there are depends on what the metric measures.
 *
 * @param start the window's first instant, UTC
 * @param count how many contributed; for a distinct count, how many different ones
 * @param sum exact
 * @param distinct a theta sketch of Apache DataSketches, in Base64, from which windows can be joined
 * @param histogram how many values lie in each of the {@link LogBuckets}
 * @param top the first of a ranking
 * @param updatedAt when the aggregator last changed it
 */
public record Cell(
        String tenantId,
        String metric,
        Granularity granularity,
        String dimension,
        Instant start,
        long count,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal sum,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal min,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal max,

        @Nullable String distinct,
        @Nullable Map<Integer, Long> histogram,
        @Nullable List<Ranked> top,
        long revision,
        Instant updatedAt) {

    public Cell {
        histogram = histogram == null ? null : Collections.unmodifiableMap(new TreeMap<>(histogram));
        top = top == null ? null : List.copyOf(top);
    }

    /** A cell that only counts. */
    public static Cell count(CellKey key, long count, long revision, Instant updatedAt) {
        var series = key.series();
        return new Cell(
                series.tenantId(),
                series.metric(),
                series.granularity(),
                series.dimension(),
                key.start(),
                count,
                null,
                null,
                null,
                null,
                null,
                null,
                revision,
                updatedAt);
    }

    public CellKey key() {
        return new Series(tenantId, metric, granularity, dimension).at(start);
    }
}
