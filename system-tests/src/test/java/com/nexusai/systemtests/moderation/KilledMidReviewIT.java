package com.nexusai.systemtests.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.kit.auth.KeyHash;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import com.nexusai.systemtests.process.RunningFleet;
import com.nexusai.systemtests.process.ServiceJar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service is killed while moderators decide. No case is lost, doubled or decided twice. */
class KilledMidReviewIT {
    private static final int CASES = 300;
    private static final int KILLED_AFTER = 60;
    private static final String API = "/api/v1/moderation/";
    private static final Map<String, String> STEPS = Map.of("mia", "approve", "max", "reject");

    @TempDir
    Path folder;

    private RunningFleet fleet;
    private ServiceJar service;

    @Test
    void shouldLoseDoubleAndDecideTwiceNothingWhenKilledInTheMiddle() throws Exception {
        try (var running = new RunningFleet(folder, List.of("moderation-service"), Map.of())) {
            fleet = running;
            service = running.service("moderation-service");
            STEPS.keySet().forEach(this::createKey);
            for (int i = 0; i < CASES; i++) {
                submit(i);
            }
            await().atMost(RunningFleet.PATIENCE).ignoreExceptions().until(() -> stats("PENDING") == CASES);

            var winners = decideAllWhileKilled();

            // told so, and so it is: the answer of before the kill holds after it
            for (int i = 0; i < CASES; i++) {
                assertThat(winners.get(i)).as("who decided case %d", i).hasSize(1);
                var decided = found(i);
                assertThat(decided.path("decidedBy").asString())
                        .isEqualTo(winners.get(i).getFirst());
                assertThat(decided.path("history").size()).isEqualTo(2);
                assertThat(decided.path("submissions").asInt()).isEqualTo(1);
            }
            var byPeople = read(Topics.MODERATION_DECISIONS).stream()
                    .filter(decision -> !decision.automated())
                    .map(Decision::contentId)
                    .toList();
            assertThat(byPeople).doesNotHaveDuplicates().hasSize(CASES);
            assertThat(stats("APPROVED") + stats("REJECTED")).isEqualTo(CASES);
            assertThat(stats("PENDING")).isZero();
        }
    }

    /** Both moderators reach for every case; whoever hears nothing asks again under the same id, as a client should. */
    private List<List<String>> decideAllWhileKilled() throws Exception {
        var answers = new ArrayList<Map<String, Future<Integer>>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < CASES; i++) {
                var both = new HashMap<String, Future<Integer>>();
                int number = i;
                STEPS.forEach((who, step) -> both.put(who, threads.submit(decision(who, step, number))));
                answers.add(both);
            }
            // eight of them are always on their way, also at the moment of the kill
            answers.get(KILLED_AFTER).get("mia").get();
            service.kill();
            service.start();
            System.out.printf(
                    "moderation-service ready %d ms after kill -9%n",
                    service.awaitReady(RunningFleet.PATIENCE).toMillis());
        }
        var winners = new ArrayList<List<String>>();
        for (var both : answers) {
            var won = new ArrayList<String>();
            for (var answer : both.entrySet()) {
                assertThat(answer.getValue().get()).isIn(200, 409);
                if (answer.getValue().get() == 200) {
                    won.add(answer.getKey());
                }
            }
            winners.add(won);
        }
        return winners;
    }

    private Callable<Integer> decision(String who, String step, int number) {
        return () -> {
            var status = new int[1];
            await().atMost(RunningFleet.PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> {
                        status[0] = service.post(
                                        API + content(number) + "/" + step,
                                        who,
                                        "{}",
                                        Map.of("Idempotency-Key", who + number))
                                .statusCode();
                        return status[0] != 202 && status[0] != 503 && status[0] != 401;
                    });
            return status[0];
        };
    }

    private void submit(int number) {
        var body = "{\"contentId\":\"%s\",\"text\":\"you are an idiot, number %d\",\"authorId\":\"ada\"}"
                .formatted(content(number), number);
        await().atMost(RunningFleet.PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> service.post(API + "moderate", "mia", body).statusCode() == 200);
    }

    private JsonNode found(int number) throws IOException {
        return Json.MAPPER.readTree(service.get(API + content(number), "mia").body());
    }

    private int stats(String state) throws IOException {
        return Json.MAPPER
                .readTree(service.get(API + "stats", "mia").body())
                .path("cases")
                .path(state)
                .asInt();
    }

    private static String content(int number) {
        return "m" + number;
    }

    private void createKey(String name) {
        var topic = Topics.API_KEYS;
        var value = new ApiKey(name, "acme", name, KeyHash.of(name), Set.of("moderate"), Instant.EPOCH, null, null);
        try (var producer = new KafkaProducer<>(
                kafka(), topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), "acme/" + name, value));
        }
    }

    private <V> List<V> read(Topic<String, V> topic) {
        var found = new ArrayList<V>();
        try (var consumer = new KafkaConsumer<>(
                kafka(), topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(record.value()));
            }
        }
        return found;
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", fleet.stack.kafkaBootstrapServers(), "isolation.level", "read_committed");
    }
}
