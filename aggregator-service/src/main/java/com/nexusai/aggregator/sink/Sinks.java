package com.nexusai.aggregator.sink;

import com.clickhouse.client.api.Client;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All sinks of the aggregator: which topic goes where. */
public final class Sinks implements Part {
    /** Redis answers "now", so it gets small batches soon. */
    private static final Duration REDIS_WAIT = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final SinkSettings settings;
    private final MeterRegistry meters;
    private final String cluster;
    private final RedisWriter redis;
    private final List<TopicSink> sinks;

    public Sinks(
            KafkaClients clients,
            Client clickHouse,
            String database,
            RedisClient redisClient,
            SinkSettings settings,
            MeterRegistry meters) {
        this.clients = clients;
        this.settings = settings;
        this.meters = meters;
        this.cluster = clusterOf(clients);
        this.redis = new RedisWriter(redisClient);
        var migrations = new Migrations(clickHouse, database);
        this.sinks = List.of(
                clickHouse("events", Topics.EVENTS_VALIDATED, Tables.EVENTS, clickHouse, migrations, database),
                clickHouse("aggregates", Topics.AGGREGATES, Tables.AGGREGATES, clickHouse, migrations, database),
                clickHouse(
                        "decisions", Topics.MODERATION_DECISIONS, Tables.DECISIONS, clickHouse, migrations, database),
                sink("redis-counters", Topics.AGGREGATES, redis, settings.withWait(REDIS_WAIT)));
    }

    @Override
    public void start() {
        sinks.forEach(TopicSink::start);
    }

    @Override
    public void close() {
        sinks.parallelStream().forEach(TopicSink::close);
        redis.close();
    }

    /** A sink that waits is shown, and is no reason to restart; one whose thread has ended is. */
    public void report(Health health) {
        for (var sink : sinks) {
            health.inform(sink);
            health.alive(HealthCheck.of(sink.name(), sink::alive));
        }
    }

    private <V> TopicSink clickHouse(
            String name, Topic<?, V> topic, Table<V> table, Client client, Migrations migrations, String database) {
        return sink(
                "clickhouse-" + name,
                topic,
                new ClickHouseWriter<>(client, migrations, database, cluster, topic, table),
                settings);
    }

    private TopicSink sink(String name, Topic<?, ?> topic, BatchWriter writer, SinkSettings batches) {
        return new TopicSink(name, topic, () -> consumer(name), writer, batches, meters);
    }

    private static String clusterOf(KafkaClients clients) {
        try (var admin = clients.admin()) {
            return admin.describeCluster().clusterId().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException silent) {
            throw new IllegalStateException("Kafka does not say which cluster it is", silent);
        }
    }

    private Consumer<byte[], byte[]> consumer(String name) {
        return clients.groupConsumer(
                name,
                "aggregator-sink-" + name,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Map.of(
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchRows(),
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName()));
    }
}
