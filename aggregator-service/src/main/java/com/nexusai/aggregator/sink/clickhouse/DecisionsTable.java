package com.nexusai.aggregator.sink.clickhouse;

import static com.nexusai.aggregator.sink.clickhouse.Column.DATE;
import static com.nexusai.aggregator.sink.clickhouse.Column.MILLIS;
import static com.nexusai.aggregator.sink.clickhouse.Column.TEXT;
import static com.nexusai.aggregator.sink.clickhouse.Column.WORD;

import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.serde.Json;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Moderation's decisions, one row each. */
final class DecisionsTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("tenant_id", WORD),
            new Column("content_id", TEXT),
            new Column("decision_id", TEXT),
            new Column("case_id", TEXT),
            new Column("kind", WORD),
            new Column("author_id", TEXT),
            new Column("event_id", TEXT),
            new Column("decision", WORD),
            new Column("confidence", "Float64"),
            new Column("categories", TEXT),
            new Column("reasons", TEXT),
            new Column("policy", WORD),
            new Column("automated", "Bool"),
            new Column("decided_at", MILLIS),
            new Column("expires_on", DATE));

    private final Retention retention;

    private DecisionsTable(Retention retention) {
        this.retention = retention;
    }

    static Table<Decision> of(Retention retention) {
        return new Table<>("moderation_decisions", COLUMNS, new DecisionsTable(retention)::write);
    }

    private void write(ConsumerRecord<byte[], byte[]> record, Decision decision, RowBuffer row) {
        row.string(decision.tenantId());
        row.string(decision.contentId());
        row.string(decision.decisionId());
        row.string(decision.caseId());
        row.string(decision.kind().name());
        row.string(decision.authorId());
        row.string(decision.eventId());
        row.string(decision.decision().name());
        row.float64(decision.confidence());
        row.string(Json.MAPPER.writeValueAsBytes(decision.categories()));
        row.string(Json.MAPPER.writeValueAsBytes(decision.reasons()));
        row.string(decision.policy());
        row.bool(decision.automated());
        row.millis(decision.decidedAt());
        row.date(retention.end(Kept.DECISIONS, decision.tenantId(), decision.decidedAt()));
    }
}
