package com.nexusai.ingest;

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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole service on a real broker, and a tenant of its own for each test. */
abstract class RunningIngest {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final DevStack STACK = DevStack.shared();
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path state;

    final String tenant = "t-" + UUID.randomUUID();
    final String key = "nx_test_" + UUID.randomUUID();
    final Lifecycle service = new Lifecycle();
    int port;

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

    /** @return whether it was accepted */
    boolean track(String event) {
        return json(call("POST", "/api/v1/analytics/track", "[" + event + "]"))
                        .path("accepted")
                        .asInt()
                == 1;
    }

    List<Event> validated() {
        var serde = Topics.EVENTS_VALIDATED.valueSerde().deserializer();
        return values(Topics.EVENTS_VALIDATED).stream()
                .map(value -> serde.deserialize("", value))
                .toList();
    }

    List<JsonNode> audit() {
        return values(Topics.AUDIT_LOG).stream().map(Json.MAPPER::readTree).toList();
    }

    List<byte[]> values(Topic<?, ?> topic) {
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

    static void makeKey(String tenant, String key) {
        var scopes = Set.of("ingest", "admin");
        var apiKey = new ApiKey("key-of-" + tenant, tenant, "test", KeyHash.of(key), scopes, Instant.now(), null, null);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", STACK.kafkaBootstrapServers()),
                Topics.API_KEYS.keySerde().serializer(),
                Topics.API_KEYS.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(Topics.API_KEYS.name(), tenant + "/" + apiKey.keyId(), apiKey));
        }
    }

    HttpResponse<String> call(String method, String path, String body) {
        return call(method, path, body, key);
    }

    HttpResponse<String> call(String method, String path, String body, String credential) {
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

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    Map<String, String> environment() {
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
