package com.nexusai.aggregator.sink;

import com.clickhouse.client.api.Client;
import com.nexusai.aggregator.sink.clickhouse.ClickHouseSinks;
import com.nexusai.aggregator.sink.flow.BatchWriter;
import com.nexusai.aggregator.sink.flow.TopicSink;
import com.nexusai.aggregator.sink.redis.RedisSinks;
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

    private static final int POLL_RECORDS = 5_000;

    private final KafkaClients clients;
    private final SinkConfig config;
    private final MeterRegistry meters;
    private final RedisSinks redis;
    private final List<TopicSink> sinks;

    public Sinks(
            KafkaClients clients,
            Client clickHouse,
            String database,
            RedisClient redisClient,
            SinkConfig config,
            MeterRegistry meters) {
        this.clients = clients;
        this.config = config;
        this.meters = meters;
        this.redis = new RedisSinks(redisClient);
        var tables = new ClickHouseSinks(
                clickHouse, database, config.cluster(), config.retention(), clusterOf(clients), meters);
        this.sinks = List.of(
                clickHouse("events", Topics.EVENTS_VALIDATED, tables.events(Topics.EVENTS_VALIDATED)),
                clickHouse("aggregates", Topics.AGGREGATES, tables.aggregates(Topics.AGGREGATES)),
                clickHouse("sessions", Topics.USER_SESSIONS, tables.sessions(Topics.USER_SESSIONS)),
                clickHouse("decisions", Topics.MODERATION_DECISIONS, tables.decisions(Topics.MODERATION_DECISIONS)),
                redis("counters", Topics.AGGREGATES, redis.counters()),
                redis("users", Topics.USER_AGGREGATES, redis.users()));
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

    private TopicSink clickHouse(String name, Topic<?, ?> topic, BatchWriter writer) {
        var sink = "clickhouse-" + name;
        return new TopicSink(sink, topic, () -> consumer(sink), writer, config.batches(), meters);
    }

    private TopicSink redis(String name, Topic<?, ?> topic, BatchWriter writer) {
        var sink = "redis-" + name;
        var soon = config.batches().withWait(REDIS_WAIT);
        return new TopicSink(sink, topic, () -> consumer(sink), writer, soon, meters);
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
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        POLL_RECORDS,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        (int) config.batches().mostBytes(),
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        RangeAssignor.class.getName()));
    }
}
