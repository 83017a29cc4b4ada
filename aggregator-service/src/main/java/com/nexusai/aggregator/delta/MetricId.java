package com.nexusai.aggregator.delta;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;

/** A metric of a tenant: what decides on which partition it is merged. */
public record MetricId(String tenantId, String metric) {
    public String key() {
        return new Series(tenantId, metric, Granularity.DAY, Metric.TOTAL).partitionKey();
    }

    public static MetricId parse(String key) {
        var series = Series.ofPartitionKey(key);
        return new MetricId(series.tenantId(), series.metric());
    }
}
