package com.nexusai.schema.aggregate;

import java.time.Instant;

/** One line on a chart: a tenant's metric for one dimension, at one granularity. */
public record Series(String tenantId, String metric, Granularity granularity, String dimension) {

    public CellKey at(Instant start) {
        return new CellKey(this, start);
    }

    /** What decides the partition: all cells of a tenant's metric lie together. */
    public String partitionKey() {
        return KeyText.join(tenantId, metric);
    }

    /** Some series of the metric that has this partition key. */
    public static Series ofPartitionKey(String key) {
        var parts = KeyText.split(key);
        if (parts.size() != 2) {
            throw new IllegalArgumentException("not the key of a tenant's metric: '" + key + "'");
        }
        return new Series(parts.get(0), parts.get(1), Granularity.DAY, Metric.TOTAL);
    }

    /** Every cell key of this series, and no other, starts with this. */
    public String prefix() {
        return KeyText.join(tenantId, metric, granularity.word(), dimension) + KeyText.SEPARATOR;
    }

    /** Every cell key of a breakdown of the metric, over all dimensions, starts with this. */
    public static String breakdownPrefix(String tenantId, String metric, Granularity granularity) {
        return KeyText.join(tenantId, metric, granularity.word()) + KeyText.SEPARATOR;
    }
}
