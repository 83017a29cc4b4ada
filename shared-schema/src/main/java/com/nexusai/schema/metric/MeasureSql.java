package com.nexusai.schema.metric;

import com.nexusai.schema.filter.EventSql;
import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.FilterParser;
import com.nexusai.schema.filter.Parsing;
import java.util.Optional;

/** A measure as an aggregate of ClickHouse, for what is asked about the past. */
public final class MeasureSql {
    private MeasureSql() {}

    /** Empty for a funnel, which is no aggregate of single events. */
    public static Optional<String> aggregate(Measure measure, EventSql fields) {
        return Optional.ofNullable(
                switch (measure) {
                    case Measure.Count _ -> "count()";
                    case Measure.Sum sum -> "sum(" + number(sum, fields) + ")";
                    case Measure.Avg avg -> "avg(toFloat64(" + number(avg, fields) + "))";
                    case Measure.Min min -> "min(" + number(min, fields) + ")";
                    case Measure.Max max -> "max(" + number(max, fields) + ")";
                    case Measure.Distinct distinct -> "uniqExact(" + fields.value(path(distinct)) + ")";
                    case Measure.Percentile percentile ->
                        "quantilesExact(0.5, 0.9, 0.95, 0.99)(toFloat64(" + number(percentile, fields) + "))";
                    case Measure.Funnel _ -> null;
                });
    }

    private static String number(Measure.OfField measure, EventSql fields) {
        return fields.number(path(measure));
    }

    private static FieldPath path(Measure.OfField measure) {
        return switch (FilterParser.parsePath(measure.field())) {
            case Parsing.Parsed<FieldPath> parsed -> parsed.value();
            case Parsing.Failed<FieldPath> failed -> throw new IllegalArgumentException(failed.message());
        };
    }
}
