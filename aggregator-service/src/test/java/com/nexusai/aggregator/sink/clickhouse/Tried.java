package com.nexusai.aggregator.sink.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.GenericRecord;
import com.nexusai.aggregator.sink.flow.Batch;
import com.nexusai.devstack.DevStack;
import com.nexusai.kit.config.ClickHouseConfig;
import com.nexusai.schema.topic.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A database of its own on the real engine. */
final class Tried {
    static final Instant ARRIVED = Instant.parse("2026-10-31T09:30:00.412Z");

    final String database = "it_" + UUID.randomUUID().toString().replace('-', '_');
    final Client client = ClickHouse.client(
            new ClickHouseConfig(URI.create(DevStack.shared().clickHouseUrl()), "default", null, database));
    final Server server = new Server(client, database, new Ddl(null));
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    Migrations migrations() {
        return new Migrations(server);
    }

    ClickHouseSinks sinks(Retention retention) {
        return new ClickHouseSinks(client, database, null, retention, "kafka-1", meters);
    }

    List<GenericRecord> ask(String sql) {
        return server.ask(sql.replace("{db}", database));
    }

    long number(String sql) {
        return ask(sql).getFirst().getLong(1);
    }

    void run(String sql) throws Exception {
        server.run(sql);
    }

    <V> Batch batch(Topic<?, V> topic, long firstOffset, List<? extends @Nullable V> values) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (var value : values) {
            var bytes = value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value);
            records.add(record(topic, firstOffset + records.size(), bytes));
        }
        return new Batch(records);
    }

    static ConsumerRecord<byte[], byte[]> record(Topic<?, ?> topic, long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                topic.name(),
                2,
                offset,
                ARRIVED.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                3,
                value == null ? 0 : value.length,
                "key".getBytes(UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    void close() throws Exception {
        client.execute("DROP DATABASE IF EXISTS " + database).get().close();
        client.close();
    }
}
