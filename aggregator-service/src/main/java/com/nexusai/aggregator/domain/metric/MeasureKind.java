package com.nexusai.aggregator.domain.metric;

import com.nexusai.schema.metric.Measure;

/** Which kind of contribution a metric takes. */
public enum MeasureKind {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX,
    DISTINCT_ACTORS,
    DISTINCT_VALUES,
    PERCENTILE,
    FUNNEL;

    static MeasureKind of(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> COUNT;
            case Measure.Sum sum -> SUM;
            case Measure.Avg avg -> AVG;
            case Measure.Min min -> MIN;
            case Measure.Max max -> MAX;
            case Measure.Distinct distinct ->
                distinct.field().equals(Measure.Distinct.ACTOR) ? DISTINCT_ACTORS : DISTINCT_VALUES;
            case Measure.Percentile percentile -> PERCENTILE;
            case Measure.Funnel funnel -> FUNNEL;
        };
    }
}
