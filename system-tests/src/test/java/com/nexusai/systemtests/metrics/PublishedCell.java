package com.nexusai.systemtests.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cell as it lies on {@code analytics-aggregates}: read by its field names alone, as a stranger would. */
record PublishedCell(
        String tenantId,
        String metric,
        String granularity,
        String dimension,
        Instant start,
        long count,
        @Nullable BigDecimal sum,
        @Nullable Map<Integer, Long> histogram,
        @Nullable List<Ranked> top,
        long revision) {

    PublishedCell {
        histogram = histogram == null || histogram.isEmpty() ? null : new TreeMap<>(histogram);
        top = top == null || top.isEmpty() ? null : top;
    }

    CellId id() {
        return new CellId(tenantId, metric, granularity.toLowerCase(Locale.ROOT), dimension, start);
    }

    /** Zero and no cell mean the same. */
    boolean isNothing() {
        return count == 0 && (sum == null || sum.signum() == 0) && histogram == null && top == null;
    }

    @Override
    public String toString() {
        return count
                + (sum == null ? "" : ", sum " + Figures.plain(sum))
                + (histogram == null ? "" : ", histogram " + histogram)
                + (top == null ? "" : ", top " + top);
    }
}
