package com.nexusai.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.devstack.DevStack;
import com.nexusai.kit.auth.KeyHash;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.lifecycle.Lifecycle;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.rejection.RejectionHeaders;
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
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole service on a real broker. */
class IngestIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final DevStack STACK = DevStack.shared();

    @TempDir
    Path state;

    private final String tenant = "t-" + UUID.randomUUID();
    private final String key = "nx_test_" + UUID.randomUUID();
    private Lifecycle service;
    private int port;

    @BeforeEach
    void start() {
        service = new Lifecycle();
        port = IngestMain.start(service, Env.of(environment())).port();
        var apiKey = new ApiKey(
                UUID.randomUUID().toString(),
                tenant,
                "test",
                KeyHash.of(key),
                Set.of("ingest"),
                Instant.now(),
                null,
                null);
        produce(
                Topics.API_KEYS.name(),
                tenant + "/" + apiKey.keyId(),
                Topics.API_KEYS.valueSerde().serializer().serialize("", apiKey));
        await().atMost(PATIENCE).until(() -> post("[]").statusCode() == 202);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldAnswerForEachEventAndPutGoodOnesOnTheValidatedTopic() throws Exception {
        var answer = post("""
                [{"eventId":"e-1","type":"USER_LOGIN","userId":"u-1","tenantId":"someone-else"},
                 {"eventId":"e-2","userId":"u-1"},
                 {"type":"MESSAGE_SENT","anonymousId":"a-1","more":[1]}]""");

        assertThat(answer.statusCode()).isEqualTo(202);
        var body = json(answer);
        assertThat(body.get("accepted").asInt()).isEqualTo(2);
        assertThat(body.get("rejected").asInt()).isEqualTo(1);
        var bad = body.get("results").get(1);
        assertThat(bad.get("status").asString()).isEqualTo("rejected");
        assertThat(bad.get("eventId").asString()).isEqualTo("e-2");
        assertThat(bad.get("code").asString()).isEqualTo("missing_field");
        assertThat(bad.get("field").asString()).isEqualTo("type");
        var givenId = body.get("results").get(2).get("eventId").asString();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(validated())
                        .extracting(Event::key)
                        .containsExactlyInAnyOrder(tenant + "/u-1", tenant + "/a-1"));
        assertThat(validated()).extracting(Event::eventId).containsExactlyInAnyOrder("e-1", givenId);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(records(Topics.EVENTS_REJECTED))
                        .singleElement()
                        .satisfies(rejected -> {
                            assertThat(new String(rejected.value(), UTF_8))
                                    .isEqualTo("{\"eventId\":\"e-2\",\"userId\":\"u-1\"}");
                            assertThat(new String(
                                            rejected.headers()
                                                    .lastHeader(RejectionHeaders.CODE)
                                                    .value(),
                                            UTF_8))
                                    .isEqualTo("missing_field");
                        }));
    }

    @Test
    void shouldKnowADuplicateAcrossARestart() throws Exception {
        post("{\"eventId\":\"e-1\",\"type\":\"T\",\"userId\":\"u-1\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(validated()).hasSize(1));

        stop();
        start();
        post(
                "[{\"eventId\":\"e-1\",\"type\":\"T\",\"userId\":\"u-1\"},{\"eventId\":\"e-2\",\"type\":\"T\",\"userId\":\"u-1\"}]");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(validated()).extracting(Event::eventId).containsExactly("e-1", "e-2"));
    }

    @Test
    void shouldBringMisKeyedRecordsHome() {
        var body = ("{\"eventId\":\"e-1\",\"type\":\"T\",\"userId\":\"u-1\",\"tenantId\":\"" + tenant + "\"}")
                .getBytes(UTF_8);
        for (int i = 0; i < 20; i++) {
            produce(Topics.EVENTS.name(), "wrong-" + i, body);
        }
        produce(Topics.EVENTS.name(), tenant + "/u-1", body);
        produce(
                Topics.EVENTS.name(),
                "wrong",
                new String(body, UTF_8).replace("e-1", "e-2").getBytes(UTF_8));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(validated()).extracting(Event::eventId).containsExactlyInAnyOrder("e-1", "e-2"));
    }

    @Test
    void shouldGoOnAfterTheLargestRecordsThatADoorTakes() {
        var incompressible = new byte[1_048_400];
        new Random(17).nextBytes(incompressible);
        produce(Topics.EVENTS.name(), "any", incompressible);
        produce(Topics.EVENTS.name(), "any", new byte[900_000]);
        for (int i = 0; i < 12; i++) {
            produce(
                    Topics.EVENTS.name(),
                    "any-" + i,
                    ("{\"eventId\":\"e-" + i + "\",\"type\":\"T\",\"userId\":\"u-" + i + "\",\"tenantId\":\"" + tenant
                                    + "\"}")
                            .getBytes(UTF_8));
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(validated()).hasSize(12));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(records(Topics.EVENTS_REJECTED, "default/"))
                        .extracting(ConsumerRecord::value)
                        .contains(incompressible, new byte[900_000]));
    }

    @Test
    void shouldSayWhatIsWrongWithABodyOrACredential() throws Exception {
        assertThat(post("{\"events\":").statusCode()).isEqualTo(400);
        assertThat(json(post("\"text\"")).get("detail").asString()).contains("must be one object, an array of them");
        assertThat(post("[" + "{},".repeat(5000) + "{}]").statusCode()).isEqualTo(413);
        assertThat(post("[]", "nx_wrong").statusCode()).isEqualTo(401);
    }

    private List<Event> validated() {
        var serde = Topics.EVENTS_VALIDATED.valueSerde().deserializer();
        return records(Topics.EVENTS_VALIDATED).stream()
                .map(record -> serde.deserialize("", record.value()))
                .toList();
    }

    /** All committed records of this test's tenant, in the order of each partition. */
    private <V> List<ConsumerRecord<String, byte[]>> records(Topic<String, V> topic) {
        return records(topic, tenant + "/");
    }

    private static <V> List<ConsumerRecord<String, byte[]>> records(Topic<String, V> topic, String keyPrefix) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", STACK.kafkaBootstrapServers(), "isolation.level", "read_committed");
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(settings, topic.keySerde().deserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key().startsWith(keyPrefix)) {
                        found.add(record);
                    }
                }
            }
        }
        return found;
    }

    private static void produce(String topic, String key, byte[] value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", STACK.kafkaBootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value));
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post(body, key);
    }

    private HttpResponse<String> post(String body, String credential) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/analytics/track"))
                .header("Authorization", "Bearer " + credential)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
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
        env.put("INSTANCE_ID", "ingest-it");
        env.put("STATE_DIR", state.toString());
        return env;
    }
}
