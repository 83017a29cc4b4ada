package com.nexusai.aggregator.sink.clickhouse;

import static com.nexusai.aggregator.sink.clickhouse.Column.DATE;
import static com.nexusai.aggregator.sink.clickhouse.Column.INT64;
import static com.nexusai.aggregator.sink.clickhouse.Column.MILLIS;
import static com.nexusai.aggregator.sink.clickhouse.Column.TEXT;
import static com.nexusai.aggregator.sink.clickhouse.Column.UINT64;
import static com.nexusai.aggregator.sink.clickhouse.Column.WORD;

import com.nexusai.schema.aggregate.UserSession;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Sessions, the latest revision of each; one that is no more is gone with FINAL. */
final class SessionsTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("tenant_id", WORD),
            new Column("actor", TEXT),
            new Column("session_id", TEXT),
            new Column("started_at", MILLIS),
            new Column("ended_at", MILLIS),
            new Column("events", INT64),
            new Column("revision", UINT64),
            new Column("is_deleted", "UInt8"),
            new Column("expires_on", DATE));

    private final Retention retention;

    private SessionsTable(Retention retention) {
        this.retention = retention;
    }

    static Table<UserSession> of(Retention retention) {
        return new Table<>("sessions", COLUMNS, new SessionsTable(retention)::write);
    }

    private void write(ConsumerRecord<byte[], byte[]> record, UserSession session, RowBuffer row) {
        row.string(session.tenantId());
        row.string(session.actor());
        row.string(session.session());
        row.millis(session.start());
        row.millis(session.end());
        row.int64(session.events());
        row.int64(session.revision());
        row.bool(session.deleted());
        row.date(retention.end(Kept.SESSIONS, session.tenantId(), session.end()));
    }
}
