package com.nexusai.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clickhouse.client.api.Client;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topics;
import com.nexusai.systemtests.endtoend.EventMix.Item;
import com.nexusai.systemtests.process.RunningFleet;
import com.nexusai.systemtests.process.TopicCount;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the fleet: nothing lost, nothing doubled, whatever dies in the middle. */
class ExactlyOnceIT {
    /** Each round sends one batch over HTTP and one to Kafka: 20,000 events in all. */
    private static final int ROUNDS = 50;

    private static final int BATCH = 200;
    private static final Map<Integer, String> KILLED_AFTER =
            Map.of(12, "ingest-service", 24, "aggregator-service", 30, "moderation-service", 36, "query-service");

    @TempDir
    Path folder;

    private RunningFleet fleet;

    @Test
    void shouldEndWithTheSameNumbersEverywhereWhenServicesAreKilledInTheMiddle() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var mix = new EventMix(seed, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        try (var running = new RunningFleet(folder)) {
            fleet = running;
            for (int round = 0; round < ROUNDS; round++) {
                sendOverHttp(mix.next(BATCH));
                sendToKafka(mix.next(BATCH));
                if (KILLED_AFTER.containsKey(round)) {
                    killAndRestart(KILLED_AFTER.get(round));
                }
            }
            awaitTheSameNumbersEverywhere(mix);
        }
    }

    private void awaitTheSameNumbersEverywhere(EventMix mix) {
        await().atMost(RunningFleet.PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    var ledger = ledger();
                    assertThat(ledger.get("in")).isEqualTo(count(Topics.EVENTS.name()));
                    assertThat(ledger.get("in"))
                            .isEqualTo(ledger.get("validated") + ledger.get("rejected") + ledger.get("duplicates"));
                    assertThat(ledger.get("validated")).isEqualTo(mix.good());
                    assertThat(ledger.get("rejected")).isEqualTo(count(Topics.EVENTS_REJECTED.name()));
                    assertThat(ledger.get("duplicates")).isPositive();
                    assertThat(count(Topics.EVENTS_VALIDATED.name())).isEqualTo(mix.good());
                    assertThat(queryByType()).isEqualTo(mix.byType());
                    assertThat(clickHouse(
                                    "SELECT type AS name, count() AS n FROM analytics.events FINAL GROUP BY name"))
                            .isEqualTo(mix.byType());
                    assertThat(clickHouse("SELECT dimension AS name, sum(count) AS n FROM analytics.aggregates FINAL"
                                    + " WHERE metric = 'events' AND granularity = 'minute'"
                                    + " AND dimension != '*' GROUP BY name"))
                            .isEqualTo(mix.byType());
                    assertThat(eventsOfAllUsers()).isEqualTo(mix.good());
                    assertThat(redisByDate(mix)).isEqualTo(mix.byDate());
                });
    }

    private void killAndRestart(String name) throws InterruptedException {
        var service = fleet.service(name);
        service.kill();
        service.start();
        var ready = service.awaitReady(RunningFleet.PATIENCE);
        System.out.printf("%s ready %d ms after kill -9%n", name, ready.toMillis());
    }

    /** As a good producer does: the same events again until they are taken. */
    private void sendOverHttp(List<Item> items) {
        var body = items.stream().map(Item::json).collect(Collectors.joining(",", "[", "]"));
        await().atMost(RunningFleet.PATIENCE)
                .ignoreException(IOException.class)
                .until(() -> fleet.service("ingest-service")
                                .post("/api/v1/analytics/track", fleet.key("INGEST_KEY"), body)
                                .statusCode()
                        == 202);
    }

    private void sendToKafka(List<Item> items) {
        Map<String, Object> settings = Map.of("bootstrap.servers", fleet.stack.kafkaBootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var item : items) {
                producer.send(new ProducerRecord<>(Topics.EVENTS.name(), utf8(item.key()), utf8(item.json())));
            }
            producer.send(new ProducerRecord<>(Topics.EVENTS.name(), null, new byte[] {(byte) 0xff, 0x00, 0x7b}));
        }
    }

    private Map<String, Long> ledger() throws IOException {
        var lines = new HashMap<String, Long>();
        var metrics = fleet.service("ingest-service").get("/metrics", "").body();
        metrics.lines()
                .filter(line -> line.startsWith("ingest_ledger_records{"))
                .forEach(line -> {
                    var name = line.replaceAll(".*line=\"([a-z]+)\".*", "$1");
                    lines.put(name, (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
                });
        return lines;
    }

    private long count(String topic) {
        return TopicCount.of(topic, fleet.stack.kafkaBootstrapServers());
    }

    private Map<String, Long> queryByType() throws IOException {
        var from = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        var to = from.plus(3, ChronoUnit.DAYS);
        var answer = fleet.service("query-service")
                .get(
                        "/api/v1/analytics/top-events?granularity=minute&limit=100&from=" + encoded(from) + "&to="
                                + encoded(to),
                        fleet.key("READ_KEY"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var counts = new HashMap<String, Long>();
        for (var event : Json.MAPPER.readTree(answer.body()).get("events")) {
            counts.put(event.get("type").asString(), event.get("count").asLong());
        }
        return counts;
    }

    private Map<String, Long> clickHouse(String sql) {
        var counts = new HashMap<String, Long>();
        try (var client = new Client.Builder()
                .addEndpoint(fleet.stack.clickHouseUrl())
                .setUsername("default")
                .setPassword("")
                .build()) {
            for (var row : client.queryAll(sql)) {
                counts.put(row.getString("name"), row.getLong("n"));
            }
        }
        return counts;
    }

    private long eventsOfAllUsers() throws IOException {
        long events = 0;
        for (int user = 0; user < EventMix.USERS; user++) {
            var answer = fleet.service("query-service")
                    .get("/api/v1/analytics/user/u-" + user + "/metrics", fleet.key("READ_KEY"));
            events += Json.MAPPER.readTree(answer.body()).path("events").asLong();
        }
        return events;
    }

    private Map<String, Long> redisByDate(EventMix mix) {
        var client = RedisClient.create(fleet.stack.redisUrl());
        try (var connection = client.connect()) {
            var counts = new HashMap<String, Long>();
            for (var date : mix.byDate().keySet()) {
                var count = connection.sync().get("default:metrics:events:total:" + date);
                counts.put(date, count == null ? 0 : Long.parseLong(count));
            }
            return counts;
        } finally {
            client.shutdown();
        }
    }

    private static String encoded(Instant instant) {
        return URLEncoder.encode(instant.toString(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
