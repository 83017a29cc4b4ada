package com.nexusai.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.devstack.DevStack;
import com.nexusai.kit.auth.KeyHash;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.lifecycle.Lifecycle;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tracking plans, settings and the workbench, on a real broker. */
class WorkbenchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final DevStack STACK = DevStack.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path state;

    private final String tenant = "t-" + UUID.randomUUID();
    private final String key = "nx_test_" + UUID.randomUUID();
    private final Lifecycle service = new Lifecycle();
    private int port;

    @BeforeEach
    void start() {
        port = IngestMain.start(service, Env.of(environment())).port();
        makeKey(tenant, key);
        await().atMost(PATIENCE)
                .until(() -> call("GET", "/api/v1/tracking-plans", null).statusCode() == 200);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldKeepPlansWithAVersionAndJudgeByThemWithinSeconds() throws Exception {
        var path = "/api/v1/tracking-plans/PAYMENT";
        var plan = "{\"mode\":\"enforce\",\"version\":0,\"schema\":"
                + "{\"properties\":{\"properties\":{\"required\":[\"amount\"]}}}}";

        assertThat(call("PUT", path, plan).statusCode()).isEqualTo(201);
        assertThat(json(call("PUT", path, plan)).path("type").asString()).isEqualTo("urn:problem:changed-meanwhile");
        await().atMost(Duration.ofSeconds(10)).until(() -> !track("{\"type\":\"PAYMENT\",\"userId\":\"u\"}"));
        assertThat(track("{\"type\":\"PAYMENT\",\"userId\":\"u\",\"properties\":{\"amount\":1}}"))
                .isTrue();

        var tighter = "{\"mode\":\"enforce\",\"version\":1,\"schema\":{\"required\":[\"sessionId\"]}%s}";
        var refused = json(call("PUT", path, tighter.formatted("")));
        assertThat(refused.path("type").asString()).isEqualTo("urn:problem:incompatible-change");
        assertThat(refused.path("objections").get(0).asString()).contains("sessionId");
        assertThat(call("PUT", path, tighter.formatted(",\"allowIncompatible\":true"))
                        .statusCode())
                .isEqualTo(200);

        var check = json(call("POST", path + "/check", """
                {"schema":{"required":["userId"]},
                 "events":[{"type":"PAYMENT","userId":"u"},{"type":"PAYMENT"},{"type":"OTHER"},{}]}"""));
        assertThat(check.path("results")
                        .valueStream()
                        .map(one -> one.path("code").asString("-")))
                .containsExactly("-", "plan_violation", "-", "missing_field");
        assertThat(json(call("GET", "/api/v1/tracking-plans", null)).path("plans"))
                .hasSize(1);
        assertThat(call("PUT", path, "{\"mode\":\"off\",\"version\":2,\"schema\":{\"$ref\":\"http://127.0.0.1:1/x\"}}")
                        .statusCode())
                .isEqualTo(400);

        assertThat(call("DELETE", path + "?version=2", null).statusCode()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> call("GET", path, null).statusCode() == 404);
    }

    @Test
    void shouldLetOneOfManyWinWhoChangeTheSameVersion() {
        var plan = "{\"mode\":\"observe\",\"version\":0,\"schema\":true}";

        var answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> call("PUT", "/api/v1/tracking-plans/RACE", plan).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce(201).contains(409).allMatch(code -> code == 201 || code == 409);
    }

    @Test
    void shouldHideWhatTheTenantWantsHidden() throws Exception {
        var chosen = call("PUT", "/api/v1/tenant-settings", """
                {"version":0,"enrichmentsOff":["campaign"],
                 "privacy":{"ip":"hash","maskEmails":true,"hashedProperties":["card"]}}""");
        assertThat(chosen.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> json(call("GET", "/api/v1/tenant-settings", null))
                                .path("version")
                                .asInt()
                        == 1);

        track("""
                {"type":"T","userId":"u-1","properties":{"mail":"ada@example.org","card":4111},
                 "context":{"ip":"203.0.113.17","page":"https://a.example/?utm_source=x"}}""");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(validated()).hasSize(1));
        var event = validated().getFirst();
        assertThat(event.properties().tree().path("mail").asString()).isEqualTo("[email]");
        assertThat(event.properties().tree().path("card").asString()).startsWith("hmac:");
        assertThat(event.context().tree().path("ip").asString()).startsWith("hmac:");
        assertThat(event.context().tree().has("campaign")).isFalse();
        assertThat(event.context().tree().path("privacy")).hasSize(3);
    }

    @Test
    void shouldFindMendAndSendOnARejectedEventOnce() throws Exception {
        track("{\"eventId\":\"e-7\",\"userId\":\"u-1\"}");
        var event = awaitRejected(1).getFirst();
        var path = "/api/v1/rejected-events/" + event.path("id").asString();
        assertThat(event.path("code").asString()).isEqualTo("missing_field");
        assertThat(event.path("source").asString()).isEqualTo("http");
        assertThat(json(call("GET", path, null)).path("text").asString())
                .isEqualTo("{\"eventId\":\"e-7\",\"userId\":\"u-1\"}");

        var mend = "{\"patch\":{\"type\":\"MENDED\"}}";
        assertThat(json(call("POST", path + "/try", "{}")).path("status").asString())
                .isEqualTo("rejected");
        assertThat(call("POST", path + "/resubmit", "{}").statusCode()).isEqualTo(422);
        assertThat(json(call("POST", path + "/try", mend)).path("status").asString())
                .isEqualTo("accepted");
        var answers = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> json(call("POST", path + "/resubmit", mend))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.path("status").asString("problem"))
                .toList();

        assertThat(answers).containsOnlyOnce("resubmitted");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(validated()).singleElement().satisfies(sent -> {
                    assertThat(sent.eventId()).isEqualTo("e-7");
                    assertThat(sent.type()).isEqualTo("MENDED");
                }));
        assertThat(doorRecords()).isEqualTo(2);
        assertThat(audit()).singleElement().satisfies(entry -> {
            assertThat(entry.path("action").asString()).isEqualTo("rejected-event-resubmitted");
            assertThat(entry.path("actor").asString()).isEqualTo("key-of-" + tenant);
            assertThat(entry.path("details").path("eventId").asString()).isEqualTo("e-7");
        });
        assertThat(awaitRejected(1).getFirst().path("resubmitted").asBoolean()).isTrue();
    }

    @Test
    void shouldSendOnAGroupAndShowOthersNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            track("{\"eventId\":\"e-" + i + "\",\"userId\":\"u-1\"" + (i == 4 ? ",\"properties\":1" : "") + "}");
        }
        awaitRejected(5);
        var groups = json(call("GET", "/api/v1/rejected-events/groups", null)).path("groups");
        assertThat(groups.get(0).path("code").asString()).isEqualTo("missing_field");
        assertThat(groups.get(0).path("count").asInt()).isEqualTo(4);
        assertThat(groups.get(0).path("producer").asString()).isEqualTo("key-of-" + tenant);

        var group = "{\"code\":\"missing_field\",\"patch\":{\"type\":\"T\"},\"dryRun\":%s}";
        var dry = json(call("POST", "/api/v1/rejected-events/resubmit", group.formatted(true)));
        var sent = json(call("POST", "/api/v1/rejected-events/resubmit", group.formatted(false)));
        var again = json(call("POST", "/api/v1/rejected-events/resubmit", group.formatted(false)));

        assertThat(dry.path("good").asInt()).isEqualTo(4);
        assertThat(sent.path("good").asInt()).isEqualTo(4);
        assertThat(again.path("good").asInt()).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(validated())
                        .extracting(Event::eventId)
                        .containsExactlyInAnyOrder("e-0", "e-1", "e-2", "e-3"));

        var other = "nx_test_" + UUID.randomUUID();
        makeKey("other-" + tenant, other);
        await().atMost(PATIENCE)
                .until(() -> call("GET", "/api/v1/rejected-events", null, other).statusCode() == 200);
        var id = awaitRejected(5).getFirst().path("id").asString();
        assertThat(json(call("GET", "/api/v1/rejected-events", null, other)).path("events"))
                .isEmpty();
        assertThat(call("GET", "/api/v1/rejected-events/" + id, null, other).statusCode())
                .isEqualTo(404);
    }

    private List<JsonNode> awaitRejected(int count) {
        await().atMost(PATIENCE).until(() -> rejected().size() == count);
        return rejected();
    }

    private List<JsonNode> rejected() {
        return json(call("GET", "/api/v1/rejected-events", null))
                .path("events")
                .valueStream()
                .toList();
    }

    /** @return whether it was accepted */
    private boolean track(String event) {
        return json(call("POST", "/api/v1/analytics/track", "[" + event + "]"))
                        .path("accepted")
                        .asInt()
                == 1;
    }

    private List<Event> validated() {
        var serde = Topics.EVENTS_VALIDATED.valueSerde().deserializer();
        return values(Topics.EVENTS_VALIDATED).stream()
                .map(value -> serde.deserialize("", value))
                .toList();
    }

    private List<JsonNode> audit() {
        return values(Topics.AUDIT_LOG).stream().map(Json.MAPPER::readTree).toList();
    }

    private int doorRecords() {
        return values(Topics.EVENTS).size();
    }

    private List<byte[]> values(Topic<?, ?> topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", STACK.kafkaBootstrapServers(), "isolation.level", "read_committed");
        var found = new ArrayList<byte[]>();
        var bytes = Topics.EVENTS.keySerde().deserializer();
        try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (new String(record.key()).startsWith(tenant + "/")) {
                        found.add(record.value());
                    }
                }
            }
        }
        return found;
    }

    private static void makeKey(String tenant, String key) {
        var scopes = Set.of("ingest", "admin");
        var apiKey = new ApiKey("key-of-" + tenant, tenant, "test", KeyHash.of(key), scopes, Instant.now(), null, null);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", STACK.kafkaBootstrapServers()),
                Topics.API_KEYS.keySerde().serializer(),
                Topics.API_KEYS.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(Topics.API_KEYS.name(), tenant + "/" + apiKey.keyId(), apiKey));
        }
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return call(method, path, body, key);
    }

    private HttpResponse<String> call(String method, String path, String body, String credential) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + credential)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    private Map<String, String> environment() {
        var env = new HashMap<String, String>();
        env.put("KAFKA_BOOTSTRAP_SERVERS", STACK.kafkaBootstrapServers());
        env.put("HTTP_HOST", "127.0.0.1");
        env.put("HTTP_PORT", "0");
        env.put("INSTANCE_ID", "workbench-it");
        env.put("STATE_DIR", state.toString());
        env.put("INGEST_PRIVACY_SECRET", "a secret of at least thirty-two bytes");
        return env;
    }
}
