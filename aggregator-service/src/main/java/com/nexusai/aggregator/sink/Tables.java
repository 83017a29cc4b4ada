package com.nexusai.aggregator.sink;

import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.serde.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables that the aggregator fills; their schema is in {@code clickhouse/V*.sql}. */
final class Tables {
    static final Table<Event> EVENTS = new Table<>(
            "events",
            List.of(
                    "tenant_id",
                    "event_id",
                    "type",
                    "actor",
                    "user_id",
                    "anonymous_id",
                    "session_id",
                    "timestamp",
                    "received_at",
                    "properties",
                    "context",
                    "content",
                    "extra"),
            Tables::event);

    static final Table<Cell> AGGREGATES = new Table<>(
            "aggregates",
            List.of("tenant_id", "metric", "granularity", "dimension", "start", "count", "revision", "updated_at"),
            Tables::cell);

    static final Table<Decision> DECISIONS = new Table<>(
            "moderation_decisions",
            List.of(
                    "tenant_id",
                    "content_id",
                    "decision_id",
                    "case_id",
                    "kind",
                    "author_id",
                    "event_id",
                    "decision",
                    "confidence",
                    "categories",
                    "reasons",
                    "policy",
                    "automated",
                    "decided_at"),
            Tables::decision);

    static final Table<DeadLetter> DEAD_LETTERS = new Table<>(
            "dead_letters",
            List.of("topic", "partition", "offset", "key", "value", "reason", "arrived_at"),
            Tables::deadLetter);

    private Tables() {}

    private static void event(Event event, RowBinaryFormatWriter row) {
        row.setString("tenant_id", event.tenantId());
        row.setString("event_id", event.eventId());
        row.setString("type", event.type());
        row.setString("actor", orEmpty(event.actor()));
        row.setString("user_id", orEmpty(event.userId()));
        row.setString("anonymous_id", orEmpty(event.anonymousId()));
        row.setString("session_id", orEmpty(event.sessionId()));
        row.setDateTime("timestamp", utc(event.timestamp()));
        row.setDateTime("received_at", utc(event.receivedAt()));
        row.setString("properties", event.properties().toString());
        row.setString("context", event.context().toString());
        row.setString("content", event.content() == null ? "" : event.content().toString());
        row.setString("extra", extra(event));
    }

    private static void cell(Cell cell, RowBinaryFormatWriter row) {
        row.setString("tenant_id", cell.tenantId());
        row.setString("metric", cell.metric());
        row.setString("granularity", cell.granularity().word());
        row.setString("dimension", cell.dimension());
        row.setDateTime("start", utc(cell.start()));
        row.setLong("count", cell.count());
        row.setValue("revision", cell.revision());
        row.setDateTime("updated_at", utc(cell.updatedAt()));
    }

    private static void decision(Decision decision, RowBinaryFormatWriter row) {
        row.setString("tenant_id", decision.tenantId());
        row.setString("content_id", decision.contentId());
        row.setString("decision_id", decision.decisionId());
        row.setString("case_id", decision.caseId());
        row.setString("kind", decision.kind().name());
        row.setString("author_id", orEmpty(decision.authorId()));
        row.setString("event_id", orEmpty(decision.eventId()));
        row.setString("decision", decision.decision().name());
        row.setDouble("confidence", decision.confidence());
        row.setString("categories", Json.MAPPER.writeValueAsString(decision.categories()));
        row.setString("reasons", Json.MAPPER.writeValueAsString(decision.reasons()));
        row.setString("policy", decision.policy());
        row.setBoolean("automated", decision.automated());
        row.setDateTime("decided_at", utc(decision.decidedAt()));
    }

    private static void deadLetter(DeadLetter letter, RowBinaryFormatWriter row) {
        var record = letter.record();
        row.setString("topic", record.topic());
        row.setInteger("partition", record.partition());
        row.setLong("offset", record.offset());
        row.setString("key", orEmpty(record.key()));
        row.setString("value", orEmpty(record.value()));
        row.setString("reason", letter.reason());
        row.setDateTime("arrived_at", utc(Instant.ofEpochMilli(record.timestamp())));
    }

    private static String extra(Event event) {
        if (event.extra().isEmpty()) {
            return "{}";
        }
        return event.extra().entrySet().stream()
                .map(field -> Json.MAPPER.writeValueAsString(field.getKey()) + ':' + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static byte[] orEmpty(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    private static ZonedDateTime utc(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }
}
