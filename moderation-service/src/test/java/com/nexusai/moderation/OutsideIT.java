package com.nexusai.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.devstack.DevStack;
import com.nexusai.kit.auth.KeyHash;
import com.nexusai.moderation.provider.ProviderServer;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the service asks of others and tells others, through real Kafka and real HTTP. */
class OutsideIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String API = "/api/v1/moderation/";
    private static final String MEAN = "meanly said in harmless words";
    private static final String HATE = "{\"results\":[{\"category_scores\":{\"hate\":0.91}}]}";

    private static final String TENANT = "t-" + UUID.randomUUID();
    private static final String LEA = "lea-" + TENANT;
    private static ProviderServer provider;
    private static ProviderServer receiver;
    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        provider = new ProviderServer();
        receiver = new ProviderServer();
        service = new RunningService(
                "outside",
                folder,
                LEA,
                Map.of(
                        "OPENAI_MODERATION_URL", provider.uri().toString(),
                        "OPENAI_MODERATION_KEY", "the-key",
                        "WEBHOOK_SIGNING_KEY", "a key of more than thirty-two characters",
                        "WEBHOOK_PRIVATE_ADDRESSES", "true"));
        await().atMost(PATIENCE).until(() -> service.ready());
        var key = new ApiKey(
                "lea", TENANT, "lea", KeyHash.of(LEA), Set.of("moderate", "lead"), Instant.EPOCH, null, null);
        send(Topics.API_KEYS, TENANT + "/lea", key);
        await().atMost(PATIENCE).until(() -> service.get(API + "stats").statusCode() == 200);
        put("policies", "{'version':0,'providers':{'order':['openai-moderation'],'budgetMillis':20000,'always':true}}");
        put("policies/shadow", "{'version':0,'thresholds':{'approveAbove':0.99,'rejectBelow':0.95}}");
        awaitLive("policies", "policies/shadow");
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.close();
        receiver.close();
    }

    @Test
    void shouldLetAProviderDecideAboutAnEventAndTellTheWebhook() {
        provider.answers(200, HATE);
        receiver.answers(503, "");
        put("webhooks/app", "{'version':0,'url':'" + receiver.uri() + "hook'}");
        awaitLive("webhooks/app");

        event("m1", MEAN);

        var found = awaitCase("m1", "REJECTED");
        assertThat(found.path("policy").asString()).isEqualTo("local-2/1+openai-moderation");
        assertThat(found.path("history").size()).isEqualTo(2);
        assertThat(found.path("history").path(1).path("act").asString()).isEqualTo("verdict");
        // the receiver was away; what it missed waits, and comes later under the same id
        var id = found.path("decisionId").asString();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                service.get(API + "webhooks/app/deliveries").body())
                        .contains(id, "\"waiting\""));
        receiver.answers(200, "");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.json(API + "webhooks/app/deliveries")
                                .path("items")
                                .size())
                        .isZero());
        assertThat(receiver.requests())
                .filteredOn(request -> request.headers().get("Webhook-id").equals(List.of(id)))
                .hasSizeGreaterThan(1);
        assertThat(service.json(API + "m1/statement").path("text").asString()).contains("removed for hate");
        var lines = service.get(API + "statements?format=dsa").body().lines().toList();
        assertThat(lines)
                .anySatisfy(line -> assertThat(
                                Json.MAPPER.readTree(line).path("puid").asString())
                        .isEqualTo(id));
        assertThat(service.json(API + "policies/shadow")
                        .path("compared")
                        .path("REJECTED→REJECTED")
                        .asInt())
                .isPositive();
        var backtest = service.post(LEA, API + "policies/shadow/backtest", "", null);
        assertThat(Json.MAPPER
                        .readTree(backtest.body())
                        .path("result")
                        .path("cases")
                        .asInt())
                .as(backtest.body())
                .isPositive();
    }

    @Test
    void shouldLetTheLocalScoreDecideWhenTheProviderDoesNotAnswer() {
        provider.answers(429, "{}");

        event("m2", MEAN);

        var found = awaitCase("m2", "APPROVED");
        assertThat(found.path("history").path(1).path("act").asString()).isEqualTo("no-verdict");
        assertThat(found.path("reasons").path(0).path("rule").asString()).isEqualTo("providers/unanswered");
    }

    @Test
    void shouldFollowBanksAndWordsWithinMoments() {
        var sha = "ab".repeat(32);
        put("banks/abuse", "{'version':0,'category':'illegal','entries':[{'sha256':'" + sha + "'}]}");
        put("lexicons/house", "{'version':0,'words':[{'phrase':'zonkhead','category':'harassment','severity':0.9}]}");
        awaitLive("banks/abuse", "lexicons/house");

        moderate("{'contentId':'p1','kind':'image','media':{'sha256':'" + sha + "'}}");
        moderate("{'contentId':'m3','text':'you zonkhead'}");

        assertThat(awaitCase("p1", "REJECTED")
                        .path("reasons")
                        .path(0)
                        .path("rule")
                        .asString())
                .startsWith("bank/abuse/");
        assertThat(awaitCase("m3", "REJECTED")
                        .path("reasons")
                        .path(0)
                        .path("rule")
                        .asString())
                .isEqualTo("house-1/any");
    }

    private static JsonNode awaitCase(String contentId, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var found = service.get(API + contentId);
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.body()).contains("\"state\":\"" + state + "\"");
        });
        return service.json(API + contentId);
    }

    /** A change is followed a moment after it is answered. */
    private static void awaitLive(String... paths) {
        for (var path : paths) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                var found = service.get(API + path);
                assertThat(found.statusCode()).isEqualTo(200);
                assertThat(found.body()).contains("\"version\":1");
            });
        }
    }

    private static void put(String path, String json) {
        var answer = service.put(API + path, json.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void moderate(String json) {
        HttpResponse<String> answer = service.post(LEA, API + "moderate", json.replace('\'', '"'), null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void event(String contentId, String text) {
        var content = "{\"contentId\":\"%s\",\"text\":\"%s\"}".formatted(contentId, text);
        var event = new Event(
                UUID.randomUUID().toString(),
                TENANT,
                "MESSAGE_SENT",
                "ada",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                RawJson.EMPTY_OBJECT,
                RawJson.EMPTY_OBJECT,
                RawJson.of(content),
                Map.of());
        send(Topics.EVENTS_VALIDATED, TENANT + "/ada", event);
    }

    private static <V> void send(Topic<String, V> topic, String key, V value) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", DevStack.shared().kafkaBootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(
                settings, topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }
}
