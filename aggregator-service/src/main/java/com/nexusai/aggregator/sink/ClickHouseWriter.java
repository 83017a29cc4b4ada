package com.nexusai.aggregator.sink;

import com.clickhouse.client.api.Client;
import com.nexusai.schema.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One insert a batch. It may come again: the same batch is known by its token, and rows that come in another batch
 * replace themselves. What cannot be read goes to a table of its own, and neither blocks the batch nor is lost.
 */
final class ClickHouseWriter<V> implements BatchWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseWriter.class);

    private final Migrations migrations;
    private final String cluster;
    private final Deserializer<V> values;
    private final TableInsert<V> rows;
    private final TableInsert<DeadLetter> deadLetters;

    /** @param cluster the Kafka cluster, since offsets of another one may be the same and their records are not */
    ClickHouseWriter(
            Client client, Migrations migrations, String database, String cluster, Topic<?, V> topic, Table<V> table) {
        this.migrations = migrations;
        this.cluster = cluster;
        this.values = topic.valueSerde().deserializer();
        this.rows = new TableInsert<>(client, database, table);
        this.deadLetters = new TableInsert<>(client, database, Tables.DEAD_LETTERS);
    }

    @Override
    public void write(Batch batch) throws Exception {
        migrations.run();
        var readable = new ArrayList<V>(batch.records().size());
        var unreadable = new ArrayList<DeadLetter>();
        for (var record : batch.records()) {
            sort(record, readable, unreadable);
        }
        if (!unreadable.isEmpty()) {
            LOG.warn("{} records cannot be read, kept as dead letters: {}", unreadable.size(), unreadable.getFirst());
        }
        var token = cluster + ':' + batch.token();
        try {
            rows.insert(readable, token);
            deadLetters.insert(unreadable, token);
        } catch (Exception refused) {
            migrations.runAgain();
            throw refused;
        }
    }

    private void sort(ConsumerRecord<byte[], byte[]> record, List<V> readable, List<DeadLetter> unreadable) {
        try {
            V value = values.deserialize(record.topic(), record.value());
            // a compacted topic forgets with a null; history does not
            if (value != null) {
                readable.add(value);
            }
        } catch (SerializationException poison) {
            unreadable.add(new DeadLetter(record, String.valueOf(poison.getMessage())));
        }
    }
}
