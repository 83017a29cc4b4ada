package com.nexusai.aggregator.sink.clickhouse;

import com.clickhouse.client.api.Client;
import com.nexusai.aggregator.sink.flow.BatchWriter;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.UserSession;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.topic.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** A writer for each table that is filled from a topic. */
public final class ClickHouseSinks {
    private final Migrations migrations;
    private final TableInsert inserts;
    private final Retention retention;
    private final String kafkaCluster;
    private final MeterRegistry meters;

    /** @param cluster the ClickHouse cluster, null for a single server */
    public ClickHouseSinks(
            Client client,
            String database,
            @Nullable String cluster,
            Retention retention,
            String kafkaCluster,
            MeterRegistry meters) {
        this.migrations = new Migrations(new Server(client, database, new Ddl(cluster)));
        this.inserts = new TableInsert(client, database);
        this.retention = retention;
        this.kafkaCluster = kafkaCluster;
        this.meters = meters;
    }

    public BatchWriter events(Topic<?, Event> topic) {
        return writer(topic, EventsTable.of(retention));
    }

    public BatchWriter aggregates(Topic<?, Cell> topic) {
        return writer(topic, AggregatesTable.of(retention));
    }

    public BatchWriter sessions(Topic<?, UserSession> topic) {
        return writer(topic, SessionsTable.of(retention));
    }

    public BatchWriter decisions(Topic<?, Decision> topic) {
        return writer(topic, DecisionsTable.of(retention));
    }

    <V> BatchWriter writer(Topic<?, V> topic, Table<V> table) {
        var buried = Counter.builder("sink.dead.letters")
                .description("Records that could not be rows of the table, and lie in dead_letters")
                .tag("table", table.name())
                .register(meters);
        var letters = DeadLettersTable.of(retention, kafkaCluster, table.name());
        return new ClickHouseWriter<>(migrations, inserts, kafkaCluster, topic, table, letters, buried);
    }
}
