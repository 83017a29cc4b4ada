package com.nexusai.aggregator.sink.clickhouse;

import com.nexusai.aggregator.sink.flow.Batch;
import com.nexusai.aggregator.sink.flow.BatchWriter;
import com.nexusai.aggregator.sink.flow.Delivery;
import com.nexusai.schema.topic.Topic;
import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One insert a batch. It may come again: the same rows are known by their token, and rows that come in another batch
 * replace themselves. What cannot be a row goes to a table of its own, and neither blocks the batch nor is lost.
 */
final class ClickHouseWriter<V> implements BatchWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseWriter.class);

    private final Migrations migrations;
    private final Deserializer<V> values;
    private final Table<V> table;
    private final Table<DeadLetter> deadLetters;
    private final TableInsert inserts;
    private final PoisonSearch search;
    private final Counter buried;

    /** @param cluster the Kafka cluster, since offsets of another one may be the same and their records are not */
    ClickHouseWriter(
            Migrations migrations,
            TableInsert inserts,
            String cluster,
            Topic<?, V> topic,
            Table<V> table,
            Table<DeadLetter> deadLetters,
            Counter buried) {
        this.migrations = migrations;
        this.values = topic.valueSerde().deserializer();
        this.table = table;
        this.deadLetters = deadLetters;
        this.inserts = inserts;
        this.search = new PoisonSearch(inserts, cluster);
        this.buried = buried;
    }

    @Override
    public Delivery prepare(Batch batch) {
        var rows = new Rows<>(table, batch.records().size());
        var unfit = new ArrayList<DeadLetter>();
        for (var record : batch.records()) {
            sort(record, rows, unfit);
        }
        return () -> write(rows, unfit);
    }

    private void sort(ConsumerRecord<byte[], byte[]> record, Rows<V> rows, List<DeadLetter> unfit) {
        try {
            V value = values.deserialize(record.topic(), record.value());
            // a compacted topic forgets with a null; history does not
            if (value != null) {
                rows.add(record, value);
            }
        } catch (SerializationException | Unfit poison) {
            unfit.add(new DeadLetter(record, String.valueOf(poison.getMessage())));
        }
    }

    private void write(Rows<V> rows, List<DeadLetter> unfit) throws Exception {
        migrations.run();
        try {
            var letters = new ArrayList<>(unfit);
            letters.addAll(search.insert(rows));
            bury(letters);
        } catch (Exception refused) {
            migrations.runAgain();
            throw refused;
        }
    }

    /** Without a token: which letters a batch has may change from attempt to attempt, and their place names them. */
    private void bury(List<DeadLetter> letters) throws Exception {
        if (letters.isEmpty()) {
            return;
        }
        var rows = new Rows<>(deadLetters, letters.size());
        letters.forEach(letter -> rows.add(letter.record(), letter));
        inserts.insert(rows.all(), deadLetters, null);
        buried.increment(letters.size());
        LOG.warn("{} records cannot be rows, kept as dead letters: {}", letters.size(), letters.getFirst());
    }
}
