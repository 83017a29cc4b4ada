package com.nexusai.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientException;
import com.nexusai.devstack.DevStack;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.lifecycle.Lifecycle;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.topic.Topics;
import io.lettuce.core.RedisClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on real Kafka, ClickHouse and Redis. */
class AggregatorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final DevStack STACK = DevStack.shared();

    @TempDir
    Path state;

    private final String tenant = "t-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private Lifecycle service;

    @BeforeEach
    void start() {
        service = new Lifecycle();
        AggregatorMain.start(service, Env.of(environment()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldCarryTheSameCountsToClickHouseAndRedisAcrossARestart() throws Exception {
        send(0, 1500);
        awaitCounts(1500);

        stop();
        send(1500, 2000);
        start();

        awaitCounts(2000);
    }

    @Test
    void shouldKeepWhatCannotBeARowAsADeadLetterAndGoOn() throws Exception {
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>(
                    Topics.MODERATION_DECISIONS.name(), bytes(tenant + "/c-1"), bytes("no decision " + tenant)));
        }

        await().atMost(PATIENCE)
                .ignoreException(ClientException.class)
                .untilAsserted(() -> assertThat(clickHouse(
                                "SELECT count() FROM analytics.dead_letters FINAL WHERE value = 'no decision " + tenant
                                        + "'"))
                        .isEqualTo(1));
    }

    private void awaitCounts(long expected) {
        // until the sinks have made the tables, asking for them is an error
        await().atMost(PATIENCE).ignoreException(ClientException.class).untilAsserted(() -> {
            assertThat(clickHouse("SELECT count() FROM analytics.events FINAL WHERE tenant_id = '" + tenant + "'"))
                    .isEqualTo(expected);
            assertThat(clickHouse("SELECT sum(count) FROM analytics.aggregates FINAL WHERE tenant_id = '" + tenant
                            + "' AND metric = 'events' AND granularity = 'day' AND dimension = '*'"))
                    .isEqualTo(expected);
            assertThat(redis(tenant + ":metrics:events:total:" + now.toString().substring(0, 10)))
                    .isEqualTo(Long.toString(expected));
        });
    }

    private void send(int from, int to) {
        try (var producer = producer()) {
            for (int i = from; i < to; i++) {
                var event = new Event(
                        "e-" + i,
                        tenant,
                        i % 2 == 0 ? "USER_LOGIN" : "MESSAGE_SENT",
                        "u-" + i % 50,
                        null,
                        "s-1",
                        now,
                        now,
                        RawJson.of("{\"n\":" + i + "}"),
                        RawJson.EMPTY_OBJECT,
                        null,
                        Map.of("odd", RawJson.of("[1]")));
                producer.send(new ProducerRecord<>(
                        Topics.EVENTS_VALIDATED.name(),
                        bytes(event.key()),
                        Topics.EVENTS_VALIDATED.valueSerde().serializer().serialize("", event)));
            }
        }
    }

    private Map<String, String> environment() {
        var env = new HashMap<String, String>();
        env.put("KAFKA_BOOTSTRAP_SERVERS", STACK.kafkaBootstrapServers());
        env.put("CLICKHOUSE_URL", STACK.clickHouseUrl());
        env.put("REDIS_URL", STACK.redisUrl());
        env.put("HTTP_HOST", "127.0.0.1");
        env.put("HTTP_PORT", "0");
        env.put("INSTANCE_ID", "aggregator-it");
        env.put("STATE_DIR", state.toString());
        env.put("SINK_BATCH_MS", "300");
        return env;
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", STACK.kafkaBootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static long clickHouse(String sql) {
        try (var client = new Client.Builder()
                .addEndpoint(STACK.clickHouseUrl())
                .setUsername("default")
                .setPassword("")
                .build()) {
            return client.queryAll(sql).getFirst().getLong(1);
        }
    }

    private static String redis(String key) {
        var client = RedisClient.create(STACK.redisUrl());
        try (var connection = client.connect()) {
            return connection.sync().get(key);
        } finally {
            client.shutdown();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
