package com.nexusai.benchmarks.aggregator.result;

import com.nexusai.schema.aggregate.Granularity;
import java.util.List;
import java.util.Map;

/** The metrics that all contenders compute, and the granularities in which they do. */
public final class CommonMetrics {
    public static final String EVENTS = "events";
    public static final String TOKENS = "tokens_used";
    public static final String REVENUE = "revenue";
    public static final String ACTIVE = "active_users";
    public static final String TOTAL = "*";

    private static final Map<String, List<Granularity>> OF = Map.of(
            EVENTS, List.of(Granularity.MINUTE, Granularity.HOUR, Granularity.DAY),
            TOKENS, List.of(Granularity.HOUR),
            REVENUE, List.of(Granularity.DAY),
            ACTIVE, List.of(Granularity.DAY));

    private CommonMetrics() {}

    public static List<Granularity> granularities(String metric) {
        return OF.getOrDefault(metric, List.of());
    }
}
