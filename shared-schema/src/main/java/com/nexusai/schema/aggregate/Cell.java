package com.nexusai.schema.aggregate;

import java.time.Instant;

/**
 * The value of one series in one window, as it stands after {@code revision} changes. Absolute, never a difference: to
 * read it twice is harmless.
 *
 * @param start the window's first instant, UTC
 * @param updatedAt when the aggregator last changed it
 */
public record Cell(
        String tenantId,
        String metric,
        Granularity granularity,
        String dimension,
        Instant start,
        long count,
        long revision,
        Instant updatedAt) {

    public static Cell empty(CellKey key) {
        var series = key.series();
        return new Cell(
                series.tenantId(),
                series.metric(),
                series.granularity(),
                series.dimension(),
                key.start(),
                0,
                0,
                Instant.EPOCH);
    }

    public Cell plus(long more, Instant now) {
        return new Cell(tenantId, metric, granularity, dimension, start, Math.addExact(count, more), revision + 1, now);
    }

    public CellKey key() {
        return new Series(tenantId, metric, granularity, dimension).at(start);
    }
}
