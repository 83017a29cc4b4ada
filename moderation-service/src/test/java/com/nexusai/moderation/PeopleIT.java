package com.nexusai.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.devstack.DevStack;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.UserEvent;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with cases, through REST and real Kafka. */
class PeopleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String API = "/api/v1/moderation/";
    private static final String KAFKA = DevStack.shared().kafkaBootstrapServers();

    @TempDir
    private Path folder;

    private final String tenant = "t-" + UUID.randomUUID();
    private final String mia = "mia-" + tenant;
    private final String max = "max-" + tenant;
    private final String lea = "lea-" + tenant;
    private RunningService service;

    @BeforeEach
    void start() {
        service = new RunningService("first", folder, mia);
        await().atMost(PATIENCE).until(() -> service.ready());
        // the service has made the topic
        var keys = new TenantKeys(tenant);
        keys.create("mia", mia, "moderate");
        keys.create("max", max, "moderate");
        keys.create("lea", lea, "moderate", "lead");
        await().atMost(PATIENCE).until(() -> service.get(API + "stats").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldGoFromReportsToAnOverturnedRejectionWithItsActionUndone() {
        submit("chat/1", "hello there");
        for (int i = 1; i <= 5; i++) {
            var report = "{\"contentId\":\"chat/1\",\"reporterId\":\"u%d\",\"reason\":\"spam\"}".formatted(i);
            assertThat(post(mia, "report", report).statusCode()).isEqualTo(200);
        }
        assertThat(state("chat/1")).isEqualTo("ESCALATED");
        assertRefused(post(mia, "chat/1/reject", ""), 403, "lead-only");

        assertDone(post(lea, "chat/1/reject", "{\"category\":\"spam\",\"note\":\"An advertisement.\"}"), "REJECTED");
        awaitSanction("USER_WARNED", 1);

        assertRefused(post(mia, "chat/1/appeal", "{\"authorId\":\"eve\"}"), 403, "not-the-author");
        assertDone(post(mia, "chat/1/appeal", "{\"authorId\":\"ada\",\"text\":\"No!\"}"), "APPEALED");
        assertRefused(post(lea, "appeals/chat/1/overturn", ""), 403, "same-moderator");
        assertDone(post(mia, "appeals/chat/1/overturn", "{\"note\":\"A greeting.\"}"), "OVERTURNED");
        awaitSanction("NONE", 0);

        assertRefused(post(max, "appeals/chat/1/uphold", ""), 409, "wrong-state");
        var decisions = ours(Topics.MODERATION_DECISIONS, Decision::tenantId);
        assertThat(decisions)
                .extracting(Decision::decision)
                .containsExactly(Outcome.APPROVED, Outcome.REVIEW, Outcome.REJECTED, Outcome.APPROVED);
        assertThat(decisions.get(3).undoes()).isEqualTo(decisions.get(2).decisionId());
        assertThat(ours(Topics.MODERATION_USER_EVENTS, UserEvent::tenantId))
                .filteredOn(UserEvent.ReportAnswered.class::isInstance)
                .hasSize(5);
        var found = service.json(API + "chat/1");
        assertThat(found.path("history").size()).isEqualTo(9);
        assertThat(found.path("history").path(8).path("by").asString()).isEqualTo("mia");
        var stats = service.json(API + "stats");
        assertThat(stats.path("overturnRate").asDouble()).isEqualTo(1);
        assertThat(stats.path("moderators").path("lea").asInt()).isEqualTo(1);
    }

    @Test
    void shouldGiveEachCaseToExactlyOneWhenManyReachForIt() throws Exception {
        int cases = 12;
        for (int i = 0; i < cases; i++) {
            submit("m" + i, "you are an idiot, number " + i);
        }
        var tries = new ArrayList<Callable<HttpResponse<String>>>();
        for (int i = 0; i < cases; i++) {
            var path = "m" + i;
            tries.add(() -> post(mia, path + "/approve", ""));
            tries.add(() -> post(max, path + "/reject", ""));
            tries.add(() -> post(lea, path + "/approve", ""));
        }

        var answers = new HashMap<Integer, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(tries)) {
                answers.merge(answer.get().statusCode(), 1, Integer::sum);
            }
        }

        assertThat(answers).isEqualTo(Map.of(200, cases, 409, 2 * cases));
        assertThat(ours(Topics.MODERATION_DECISIONS, Decision::tenantId))
                .filteredOn(decision -> !decision.automated())
                .hasSize(cases);
    }

    @Test
    void shouldServeTheQueueAndAnswerARepetitionAlike() {
        submit("mild", "you are an idiot");
        submit("grave", "you are an idiot, and stupid");
        submit("third", "idiot number three");
        var first = post(mia, "claim-next", "");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body()).contains("\"grave\"", "\"IN_REVIEW\"", "\"claimedBy\":\"mia\"");
        assertThat(service.json(API + "pending?order=urgent").path("cases").size())
                .isEqualTo(2);

        var bulk = "{\"step\":\"approve\",\"contentIds\":[\"mild\",\"grave\",\"third\",\"unheard-of\"]}";
        var answer = service.post(mia, API + "bulk", bulk, "bulk-1");
        var again = service.post(mia, API + "bulk", bulk, "bulk-1");

        assertThat(answer.body()).isEqualTo(again.body()).contains("\"no-case\"");
        assertThat(post(mia, "claim-next", "").statusCode()).isEqualTo(204);
        assertThat(service.json(API + "stats").path("cases").path("APPROVED").asInt())
                .isEqualTo(3);
    }

    private void submit(String contentId, String text) {
        var body = "{\"contentId\":\"%s\",\"text\":\"%s\",\"authorId\":\"ada\"}".formatted(contentId, text);
        assertThat(post(mia, "moderate", body).statusCode()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> service.get(API + contentId).statusCode() == 200);
    }

    private HttpResponse<String> post(String who, String path, String json) {
        var id = UUID.randomUUID().toString();
        // 202 on a busy machine: the same command again asks what became of it
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> service.post(who, API + path, json, id), answer -> answer.statusCode() != 202);
    }

    private String state(String contentId) {
        return service.json(API + contentId).path("state").asString();
    }

    /** On the partition of the user, so a moment later. */
    private void awaitSanction(String inForce, int strikes) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var standing = service.json(API + "users/ada/sanctions");
            assertThat(standing.path("inForce").asString()).isEqualTo(inForce);
            assertThat(standing.path("strikes").size()).isEqualTo(strikes);
        });
    }

    private static void assertDone(HttpResponse<String> answer, String state) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"state\":\"" + state + "\"");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(code, "\"state\":");
    }

    private <V> List<V> ours(Topic<String, V> topic, Function<V, String> tenantOf) {
        var found = new ArrayList<V>();
        Map<String, Object> settings = Map.of("bootstrap.servers", KAFKA, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(
                settings, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
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
        return found.stream().filter(one -> tenantOf.apply(one).equals(tenant)).toList();
    }
}
