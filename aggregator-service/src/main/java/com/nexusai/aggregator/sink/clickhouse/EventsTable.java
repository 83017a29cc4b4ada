package com.nexusai.aggregator.sink.clickhouse;

import static com.nexusai.aggregator.sink.clickhouse.Column.DATE;
import static com.nexusai.aggregator.sink.clickhouse.Column.INT32;
import static com.nexusai.aggregator.sink.clickhouse.Column.INT64;
import static com.nexusai.aggregator.sink.clickhouse.Column.MILLIS;
import static com.nexusai.aggregator.sink.clickhouse.Column.TEXT;
import static com.nexusai.aggregator.sink.clickhouse.Column.WORD;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.serde.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Validated events, one row each, with the place of their record: the seam for whoever counts them again. */
final class EventsTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("tenant_id", WORD),
            new Column("event_id", TEXT),
            new Column("type", WORD),
            new Column("actor", TEXT),
            new Column("user_id", TEXT),
            new Column("anonymous_id", TEXT),
            new Column("session_id", TEXT),
            new Column("timestamp", MILLIS),
            new Column("received_at", MILLIS),
            new Column("properties", TEXT),
            new Column("context", TEXT),
            new Column("content", TEXT),
            new Column("extra", TEXT),
            new Column("kafka_partition", INT32),
            new Column("kafka_offset", INT64),
            new Column("expires_on", DATE));

    private final Retention retention;

    private EventsTable(Retention retention) {
        this.retention = retention;
    }

    static Table<Event> of(Retention retention) {
        return new Table<>("events", COLUMNS, new EventsTable(retention)::write);
    }

    private void write(ConsumerRecord<byte[], byte[]> record, Event event, RowBuffer row) {
        row.string(event.tenantId());
        row.string(event.eventId());
        row.string(event.type());
        row.string(event.actor());
        row.string(event.userId());
        row.string(event.anonymousId());
        row.string(event.sessionId());
        row.millis(event.timestamp());
        row.millis(event.receivedAt());
        row.string(event.properties().utf8());
        row.string(event.context().utf8());
        var content = event.content();
        row.string(content == null ? null : content.utf8());
        row.string(extra(event.extra()));
        row.int32(record.partition());
        row.int64(record.offset());
        row.date(retention.end(Kept.EVENTS, event.tenantId(), event.timestamp()));
    }

    private static String extra(Map<String, RawJson> fields) {
        if (fields.isEmpty()) {
            return "{}";
        }
        return fields.entrySet().stream()
                .map(field -> Json.MAPPER.writeValueAsString(field.getKey()) + ':' + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
