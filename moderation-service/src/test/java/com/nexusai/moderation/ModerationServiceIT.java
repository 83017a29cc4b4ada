package com.nexusai.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.devstack.DevStack;
import com.nexusai.kit.auth.KeyHash;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.rejection.RejectionHeaders;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole service on real Kafka. */
class ModerationServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String API = "/api/v1/moderation/";
    private static final String KAFKA = DevStack.shared().kafkaBootstrapServers();

    @TempDir
    private Path folder;

    private final String tenant = "t-" + UUID.randomUUID();
    private final String key = "key-" + tenant;
    private final List<RunningService> running = new ArrayList<>();
    private RunningService service;

    @BeforeEach
    void startFirst() {
        service = start("first", "first");
        var hash = KeyHash.of(key);
        send(
                Topics.API_KEYS,
                tenant + "/k1",
                new ApiKey("k1", tenant, "test", hash, Set.of("moderate"), Instant.EPOCH, null, null));
        await().atMost(PATIENCE).until(() -> service.ready());
        await().atMost(PATIENCE).until(() -> service.get(API + "stats").statusCode() == 200);
    }

    @AfterEach
    void stopAll() {
        running.reversed().forEach(RunningService::close);
    }

    @Test
    void shouldBringContentFromBothDoorsToCasesAndDecisions() {
        sendEvent("e1", "{\"contentId\":\"from-event\",\"text\":\"i will kill you\"}");
        sendEvent("e2", "{\"text\":{\"not\":\"text\"}}");
        var answer = service.moderate("chat/42 ü", "you are an idiot");

        awaitState("from-event", "REJECTED");
        awaitState("e2", "PENDING");
        awaitState("chat%2F42%20%C3%BC", "PENDING");
        var found = service.json(API + "chat/42%20%C3%BC");
        assertThat(found.path("caseId")).isEqualTo(answer.path("caseId"));
        assertThat(found.path("confidence")).isEqualTo(answer.path("confidence"));
        assertThat(found.path("meta").path("asOf").asString()).isNotEmpty();
        assertThat(found.path("meta").path("servedBy").asString()).isEqualTo(service.address());
        assertThat(service.get(API + "unheard-of").statusCode()).isEqualTo(404);
        awaitSubmissions(3);
        assertThat(decisions())
                .extracting(Decision::contentId)
                .containsExactlyInAnyOrder("from-event", "e2", "chat/42 ü");
    }

    @Test
    void shouldPutPoisonAsideAndGoOn() {
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", KAFKA), bytes, bytes)) {
            for (var topic : List.of(Topics.EVENTS_VALIDATED, Topics.MODERATION_COMMANDS)) {
                for (int partition = 0; partition < 4; partition++) {
                    producer.send(new ProducerRecord<>(topic.name(), partition, null, "{not json".getBytes(UTF_8)));
                    producer.send(new ProducerRecord<>(
                            topic.name(), partition, null, "{\"command\":\"submit\"}".getBytes(UTF_8)));
                }
            }
        }

        service.moderate("m1", "hello");

        awaitState("m1", "APPROVED");
        assertThat(service.get("/metrics").body()).contains("fleet_streams_poison");
        // whose records they are cannot be told from them
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(committed(Topics.EVENTS_REJECTED))
                        .extracting(record -> new String(
                                record.headers()
                                        .lastHeader(RejectionHeaders.ORIGIN_TOPIC)
                                        .value(),
                                UTF_8))
                        .filteredOn(Topics.MODERATION_COMMANDS.name()::equals)
                        .hasSize(8));
    }

    @Test
    void shouldFindCasesAgainWhenRestartedWithoutItsFolder() {
        service.moderate("m1", "you are an idiot");
        service.moderate("m2", "hello");
        awaitSubmissions(2);

        service.close();
        service = start("first", "another folder");
        await().atMost(PATIENCE).until(() -> service.ready());

        awaitState("m1", "PENDING");
        awaitState("m2", "APPROVED");
        service.moderate("m1", "you are an idiot");
        awaitSubmissions(3);
        assertThat(service.json(API + "m1").path("submissions").asInt()).isEqualTo(2);
        assertThat(decisions()).hasSize(2);
    }

    @Test
    void shouldPageThroughTheQueue() {
        for (int i = 0; i < 7; i++) {
            service.moderate("m" + i, "you are an idiot, number " + i);
        }
        awaitSubmissions(7);

        var oldest = queue("oldest");

        assertThat(oldest).hasSize(7).containsExactlyInAnyOrder("m0", "m1", "m2", "m3", "m4", "m5", "m6");
        assertThat(oldest.getFirst()).isEqualTo("m0");
        assertThat(queue("newest")).isEqualTo(oldest.reversed());
    }

    @Test
    void shouldAnswerForEachOtherWhenThereAreTwoInstances() {
        var second = start("second", "second");
        await().atMost(PATIENCE).until(() -> second.ready());
        for (int i = 0; i < 20; i++) {
            service.moderate("m" + i, "you are an idiot, number " + i);
        }

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(servedBy(service)).containsExactlyInAnyOrder(service.address(), second.address());
            assertThat(servedBy(second)).containsExactlyInAnyOrder(service.address(), second.address());
            for (var one : List.of(service, second)) {
                var stats = one.json(API + "stats");
                assertThat(stats.path("cases").path("PENDING").asInt()).isEqualTo(20);
                assertThat(stats.path("meta").path("complete").asBoolean()).isTrue();
                assertThat(queue("oldest")).hasSize(20);
            }
        });
    }

    private Set<String> servedBy(RunningService asked) {
        var owners = new HashSet<String>();
        for (int i = 0; i < 20; i++) {
            owners.add(asked.json(API + "m" + i).path("meta").path("servedBy").asString());
        }
        return owners;
    }

    private List<String> queue(String order) {
        var contentIds = new ArrayList<String>();
        var cursor = "";
        do {
            var page = service.json(API + "pending?limit=3&order=" + order + "&cursor=" + cursor);
            assertThat(page.path("meta").path("complete").asBoolean()).isTrue();
            StreamSupport.stream(page.path("cases").spliterator(), false)
                    .map(one -> one.path("contentId").asString())
                    .forEach(contentIds::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return contentIds;
    }

    private void awaitState(String contentId, String state) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                service.json(API + contentId).path("state").asString())
                        .isEqualTo(state));
    }

    private void awaitSubmissions(int submissions) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> stats().path("submissions").asInt() == submissions);
    }

    private JsonNode stats() {
        return service.json(API + "stats");
    }

    private List<Decision> decisions() {
        return committed(Topics.MODERATION_DECISIONS).stream()
                .map(ConsumerRecord::value)
                .filter(decision -> decision.tenantId().equals(tenant))
                .toList();
    }

    private static <K, V> List<ConsumerRecord<K, V>> committed(Topic<K, V> topic) {
        var found = new ArrayList<ConsumerRecord<K, V>>();
        var settings = Map.<String, Object>of("bootstrap.servers", KAFKA, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(
                settings, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    private void sendEvent(String id, String content) {
        var event = new Event(
                id,
                tenant,
                "MESSAGE_SENT",
                "ada",
                null,
                null,
                Instant.now(),
                Instant.now(),
                RawJson.EMPTY_OBJECT,
                RawJson.EMPTY_OBJECT,
                RawJson.of(content),
                Map.of());
        send(Topics.EVENTS_VALIDATED, event.key(), event);
    }

    private static <K, V> void send(Topic<K, V> topic, K key, V value) {
        var settings = Map.<String, Object>of("bootstrap.servers", KAFKA, "acks", "all");
        try (var producer = new KafkaProducer<>(
                settings, topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }

    private RunningService start(String instance, String state) {
        var started = new RunningService(instance, folder.resolve(state), key);
        running.add(started);
        return started;
    }
}
