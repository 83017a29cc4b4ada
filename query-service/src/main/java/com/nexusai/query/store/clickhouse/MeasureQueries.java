package com.nexusai.query.store.clickhouse;

import static java.util.stream.Collectors.joining;

import com.nexusai.query.domain.As;
import com.nexusai.query.domain.EventMeasure;
import com.nexusai.query.domain.Order;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.filter.EventSql;
import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.filter.FilterParser;
import com.nexusai.schema.filter.Parsing;
import com.nexusai.schema.metric.Measure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A metric's definition as a question to the table {@code events}: the same figure that its cells would have. */
final class MeasureQueries {
    /** More windows of groups than this are no answer for anybody. */
    static final int MOST_ROWS = 200_000;

    private final EventMeasure measure;
    private final EventSql fields = new EventSql();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private MeasureQueries(EventMeasure measure) {
        this.measure = measure;
    }

    static Sql groups(EventMeasure measure) {
        return new MeasureQueries(measure).groups();
    }

    static Sql windows(EventMeasure measure, Granularity granularity) {
        return new MeasureQueries(measure).windows(granularity);
    }

    private Sql groups() {
        var text = "SELECT d, n, s, v, count() OVER () AS groups, sum(v) OVER () AS whole\nFROM (SELECT "
                + fields.dimensions(measure.breakdown()) + " AS d, " + figures() + where()
                + "\nGROUP BY d\nHAVING n > 0)"
                + "\nORDER BY " + order(measure.order()) + "\nLIMIT {most:UInt32}";
        parameters.put("most", measure.limit());
        return sql(text);
    }

    private Sql windows(Granularity granularity) {
        var text = "SELECT " + fields.dimensions(measure.breakdown()) + " AS d, toInt64(toUnixTimestamp("
                + window(granularity, measure.zone().getId()) + ")) AS w, " + figures() + where()
                + "\nGROUP BY d, w\nHAVING n > 0\nLIMIT " + MOST_ROWS;
        return sql(text);
    }

    private Sql sql(String text) {
        parameters.putAll(fields.parameters());
        return new Sql(text, parameters);
    }

    /** How many, the exact sum as text, and the figure itself. */
    private String figures() {
        return switch (measure.definition().measure()) {
            case Measure.Count _ -> "count() AS n, '' AS s, toFloat64(n) AS v";
            case Measure.Distinct distinct ->
                "uniqExact(" + fields.value(path(distinct.field())) + ") AS n, '' AS s, toFloat64(n) AS v";
            case Measure.OfField measured -> ofNumbers(fields.number(path(measured.field())));
            case Measure.Funnel _ -> throw new IllegalArgumentException("a funnel is no figure of single events");
        };
    }

    private String ofNumbers(String number) {
        var value = switch (measure.as()) {
            case COUNT -> "toFloat64(n)";
            case SUM -> "toFloat64(sum(" + number + "))";
            case AVG -> "toFloat64(sum(" + number + ")) / n";
            case MIN -> "toFloat64(min(" + number + "))";
            case MAX -> "toFloat64(max(" + number + "))";
            case P50, P90, P95, P99 -> "quantileExact(" + share(measure.as()) + ")(toFloat64(" + number + "))";
        };
        return "countIf(isNotNull(" + number + ")) AS n, ifNull(toString(sum(" + number + ")), '') AS s, " + value
                + " AS v";
    }

    private static double share(As as) {
        return as.share().orElseThrow();
    }

    private String where() {
        parameters.put("tenant", measure.tenantId());
        parameters.put("fromMillis", measure.range().from().toEpochMilli());
        parameters.put("toMillis", measure.range().to().toEpochMilli());
        var conditions = Stream.of(filter(measure.definition().filter()), condition(measure.filter()), ofGroups())
                .filter(condition -> !condition.isEmpty())
                .map(condition -> "\n  AND " + condition)
                .collect(joining());
        return """

                FROM events FINAL
                WHERE tenant_id = {tenant:String}
                  AND timestamp >= fromUnixTimestamp64Milli({fromMillis:Int64}, 'UTC')
                  AND timestamp < fromUnixTimestamp64Milli({toMillis:Int64}, 'UTC')""" + conditions;
    }

    private String filter(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return switch (FilterParser.parse(text)) {
            case Parsing.Parsed<Filter> parsed -> condition(parsed.value());
            case Parsing.Failed<Filter> failed -> throw new IllegalArgumentException(failed.message());
        };
    }

    private String condition(@Nullable Filter filter) {
        return filter == null ? "" : fields.condition(filter);
    }

    private String ofGroups() {
        var groups = measure.groups();
        if (groups == null || measure.breakdown().isEmpty()) {
            return "";
        }
        int next = 0;
        for (var group : groups) {
            parameters.put("g" + next++, group);
        }
        var names = Stream.iterate(0, at -> at + 1)
                .limit(groups.size())
                .map(at -> "{g" + at + ":String}")
                .collect(joining(", "));
        return groups.isEmpty() ? "0" : fields.dimensions(measure.breakdown()) + " IN (" + names + ")";
    }

    /** The zone is one of Java's region names, which have nothing that SQL would take for its own. */
    static String window(Granularity granularity, String zone) {
        var at = "timestamp, '" + zone + "'";
        return switch (granularity) {
            case MINUTE -> "toStartOfMinute(" + at + ")";
            case HOUR -> "toStartOfHour(" + at + ")";
            case DAY -> "toStartOfDay(" + at + ")";
            case WEEK -> "toDateTime(toMonday(" + at + "), '" + zone + "')";
            case MONTH -> "toDateTime(toStartOfMonth(" + at + "), '" + zone + "')";
        };
    }

    private static String order(Order order) {
        return switch (order) {
            case LARGEST_FIRST -> "v DESC NULLS LAST, d";
            case SMALLEST_FIRST -> "v ASC NULLS FIRST, d";
            case NAME -> "d";
        };
    }

    private static FieldPath path(String text) {
        return switch (FilterParser.parsePath(text)) {
            case Parsing.Parsed<FieldPath> parsed -> parsed.value();
            case Parsing.Failed<FieldPath> failed -> throw new IllegalArgumentException(failed.message());
        };
    }
}
