package com.nexusai.query.store.clickhouse;

import static java.util.stream.Collectors.joining;

import com.nexusai.query.domain.FunnelQuestion;
import com.nexusai.query.domain.RetentionQuestion;
import com.nexusai.query.domain.ZonedWindows;
import com.nexusai.schema.filter.EventSql;
import com.nexusai.schema.filter.Filter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked about the ways of people through events. An event without an actor is on nobody's way. */
final class PathQueries {
    private static final String EVENTS = """

            FROM events FINAL
            WHERE tenant_id = {tenant:String} AND actor != ''
              AND timestamp >= fromUnixTimestamp64Milli({fromMillis:Int64}, 'UTC')
              AND timestamp < fromUnixTimestamp64Milli({endMillis:Int64}, 'UTC')""";

    private static final String IN_RANGE = "timestamp < fromUnixTimestamp64Milli({toMillis:Int64}, 'UTC')";

    private PathQueries() {}

    /** Each person once, at the furthest step within the window after some first step in the range. */
    static Sql funnel(FunnelQuestion question) {
        var fields = new EventSql();
        var steps = question.steps();
        var conditions = steps.stream().skip(1).map(fields::condition).collect(joining(", "));
        var first = fields.condition(steps.getFirst()) + " AND " + IN_RANGE;
        var text = "SELECT level, count() AS people FROM (\nSELECT actor, toInt32(windowFunnel({window:UInt64})("
                + "toUInt64(toUnixTimestamp64Milli(timestamp)), " + first + ", " + conditions + ")) AS level" + EVENTS
                + only(question.filter(), fields) + "\nGROUP BY actor) WHERE level > 0 GROUP BY level";
        var range = question.range();
        var parameters = parameters(
                question.tenantId(), range.from(), range.to(), range.to().plus(question.window()), fields);
        parameters.put("window", question.window().toMillis());
        return new Sql(text, parameters);
    }

    /** Rows of window 0 have the sizes of the cohorts. */
    static Sql retention(RetentionQuestion question) {
        var fields = new EventSql();
        var windows = question.windows();
        var window = MeasureQueries.window(windows.granularity(), windows.zone().getId());
        var begins = fields.condition(question.first()) + " AND " + IN_RANGE;
        var began = "minIf(timestamp, " + begins + ")";
        var seconds = "toInt64(toUnixTimestamp(" + window + "))";
        var text = "SELECT toInt64(toUnixTimestamp("
                + window.replace("timestamp,", "began,")
                + ")) AS cohort, arrayJoin(arrayPushBack(seen, toInt64(0))) AS window, count() AS people FROM (\n"
                + "SELECT actor, " + began + " AS began, groupUniqArrayIf(" + seconds + ", "
                + fields.condition(question.back()) + ") AS seen" + EVENTS + "\nGROUP BY actor HAVING countIf(" + begins
                + ") > 0)\nGROUP BY cohort, window LIMIT " + MeasureQueries.MOST_ROWS;
        var range = question.range();
        return new Sql(
                text,
                parameters(
                        question.tenantId(),
                        range.from(),
                        range.to(),
                        end(windows, range.to(), question.periods()),
                        fields));
    }

    private static Instant end(ZonedWindows windows, Instant from, int periods) {
        var end = from;
        for (int period = 0; period < periods; period++) {
            end = windows.next(end);
        }
        return end;
    }

    private static String only(@Nullable Filter filter, EventSql fields) {
        return filter == null ? "" : "\n  AND " + fields.condition(filter);
    }

    private static Map<String, Object> parameters(
            String tenantId, Instant from, Instant to, Instant end, EventSql fields) {
        var parameters = new LinkedHashMap<String, Object>(fields.parameters());
        parameters.put("tenant", tenantId);
        parameters.put("fromMillis", from.toEpochMilli());
        parameters.put("toMillis", to.toEpochMilli());
        parameters.put("endMillis", end.toEpochMilli());
        return parameters;
    }
}
