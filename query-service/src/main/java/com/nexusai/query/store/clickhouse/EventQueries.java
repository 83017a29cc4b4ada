package com.nexusai.query.store.clickhouse;

import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.StoredEvent;
import com.nexusai.schema.filter.EventSql;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of the table {@code events}. Always with FINAL: a redelivered batch may leave a row twice until its
 * parts are merged. What a caller gave goes in as a typed parameter and is never part of the text.
 */
final class EventQueries {
    private EventQueries() {}

    static Sql page(EventQuestion question, Optional<StoredEvent.Position> after, int limit) {
        var parameters = parameters(question);
        parameters.put("limit", limit);
        after.ifPresent(position -> {
            parameters.put("afterMillis", position.timestamp().toEpochMilli());
            parameters.put("afterId", position.eventId());
            parameters.put("afterActor", position.actor());
        });
        var sql = """
                SELECT event_id, type, user_id, anonymous_id, session_id, actor,
                       toUnixTimestamp64Milli(timestamp) AS timestamp_millis,
                       toUnixTimestamp64Milli(received_at) AS received_millis,
                       properties, context, content, extra
                FROM events FINAL
                WHERE\s""" + where(question, parameters) + (after.isPresent() ? AFTER : "") + """

                ORDER BY timestamp DESC, event_id DESC, actor DESC
                LIMIT {limit:UInt32}""";
        return new Sql(sql, parameters);
    }

    static Sql counts(EventQuestion question) {
        var parameters = parameters(question);
        var sql = "SELECT type, count() AS events\nFROM events FINAL\nWHERE " + where(question, parameters)
                + "\nGROUP BY type";
        return new Sql(sql, parameters);
    }

    static Sql newest(String tenantId, Instant now) {
        var sql = """
                SELECT toUnixTimestamp64Milli(max(received_at)) AS received_millis
                FROM events
                WHERE tenant_id = {tenant:String}
                  AND timestamp >= fromUnixTimestamp64Milli({fromMillis:Int64}, 'UTC')
                HAVING count() > 0""";
        var dayAgo = now.minus(Duration.ofDays(1)).toEpochMilli();
        return new Sql(sql, Map.of("tenant", tenantId, "fromMillis", dayAgo));
    }

    private static final String AFTER = """

              AND (timestamp, event_id, actor)
                < (fromUnixTimestamp64Milli({afterMillis:Int64}, 'UTC'), {afterId:String}, {afterActor:String})""";

    private static String where(EventQuestion question, Map<String, Object> parameters) {
        var fields = new EventSql();
        var filter = question.filter()
                .map(given -> "\n  AND " + fields.condition(given))
                .orElse("");
        parameters.putAll(fields.parameters());
        return """
                tenant_id = {tenant:String}
                  AND timestamp >= fromUnixTimestamp64Milli({fromMillis:Int64}, 'UTC')
                  AND timestamp < fromUnixTimestamp64Milli({toMillis:Int64}, 'UTC')"""
                + (question.type().isPresent() ? "\n  AND type = {type:String}" : "")
                + (question.userId().isPresent() ? "\n  AND user_id = {user:String}" : "")
                + filter;
    }

    private static Map<String, Object> parameters(EventQuestion question) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("tenant", question.tenantId());
        parameters.put("fromMillis", question.range().from().toEpochMilli());
        parameters.put("toMillis", question.range().to().toEpochMilli());
        question.type().ifPresent(type -> parameters.put("type", type));
        question.userId().ifPresent(user -> parameters.put("user", user));
        return parameters;
    }
}
