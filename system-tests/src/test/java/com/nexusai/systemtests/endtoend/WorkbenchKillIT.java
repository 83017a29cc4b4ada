package com.nexusai.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topics;
import com.nexusai.systemtests.process.CommittedValues;
import com.nexusai.systemtests.process.RunningFleet;
import com.nexusai.systemtests.process.ServiceJar;
import com.nexusai.systemtests.process.TopicTail;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An instance dies while it sends a group of rejected events on; another one does it again. */
class WorkbenchKillIT {
    private static final String GROUP = "/api/v1/rejected-events/resubmit";
    private static final String MEND =
            "{\"code\":\"missing_field\",\"limit\":1000,\"patch\":{\"type\":\"MENDED\",\"properties\":{\"mended\":true}}}";

    /** Large ones that no compression makes small, so that sending them takes a while. */
    private static final int EVENTS = 300;

    private static final int BYTES = 30_000;
    private static final int BATCH = 50;

    @TempDir
    Path folder;

    private RunningFleet fleet;

    @Test
    void shouldSendEachEventOnceUnderItsOwnIdWhenAnInstanceIsKilledInTheMiddle() throws Exception {
        try (var running =
                new RunningFleet(folder, List.of("ingest-service"), Map.of("STREAMS_SESSION_TIMEOUT_MS", "6000"))) {
            fleet = running;
            var one = fleet.service("ingest-service");
            var other = fleet.another("ingest-service");
            send(one);
            awaitRejected(one);
            awaitRejected(other);

            killInTheMiddle(one);
            var again = resubmit(other);
            one.start();
            one.awaitReady(RunningFleet.PATIENCE);
            awaitRejected(one);
            var late = resubmit(one);

            assertThat(sent(again) + sent(late))
                    .as("all by one that lived, or all by the one that died")
                    .isIn(0L, (long) EVENTS);
            awaitEachOnce();
        }
    }

    /** It has begun to write, and has told nobody that it is done. */
    private void killInTheMiddle(ServiceJar service) throws Exception {
        CompletableFuture<HttpResponse<String>> answer;
        try (var door = new TopicTail(Topics.EVENTS.name(), fleet.stack.kafkaBootstrapServers())) {
            answer = CompletableFuture.supplyAsync(() -> post(service, GROUP, MEND));
            assertThat(door.await(1, RunningFleet.PATIENCE)).isPositive();
            service.kill();
            System.out.printf(
                    "killed when %d of %d events were on the topic%n",
                    1 + door.await(EVENTS, Duration.ofMillis(500)), EVENTS);
        }
        assertThat(answer.handle((_, failure) -> failure).join()).isInstanceOf(CompletionException.class);
    }

    private JsonNode resubmit(ServiceJar service) {
        return await().atMost(RunningFleet.PATIENCE)
                .ignoreExceptions()
                .until(() -> post(service, GROUP, MEND), answer -> answer.statusCode() == 202)
                .body()
                .transform(Json.MAPPER::readTree);
    }

    private static long sent(JsonNode answer) {
        return answer.path("results")
                .valueStream()
                .filter(result -> result.path("status").asString().equals("resubmitted"))
                .count();
    }

    private void awaitEachOnce() {
        var ids = IntStream.range(0, EVENTS).mapToObj(n -> "e-" + n).toList();
        await().atMost(RunningFleet.PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(values(Topics.EVENTS_VALIDATED.name()))
                        .extracting(event -> event.path("eventId").asString())
                        .containsExactlyInAnyOrderElementsOf(ids));
        assertThat(values(Topics.EVENTS.name()))
                .filteredOn(event -> event.has("type"))
                .extracting(event -> event.path("eventId").asString())
                .as("the stream had nothing to sort out: each was sent once")
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(values(Topics.AUDIT_LOG.name()))
                .extracting(entry -> entry.at("/details/eventId").asString())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    private List<JsonNode> values(String topic) {
        return CommittedValues.of(topic, fleet.stack.kafkaBootstrapServers()).stream()
                .map(Json.MAPPER::readTree)
                .toList();
    }

    private void send(ServiceJar service) {
        var random = new Random(17);
        for (int from = 0; from < EVENTS; from += BATCH) {
            var batch = IntStream.range(from, from + BATCH)
                    .mapToObj(n -> event(n, random))
                    .collect(Collectors.joining(",", "[", "]"));
            var answer = post(service, "/api/v1/analytics/track", batch, fleet.key("INGEST_KEY"));
            assertThat(Json.MAPPER.readTree(answer.body()).path("rejected").asInt())
                    .as(answer.body())
                    .isEqualTo(BATCH);
        }
    }

    private static String event(int n, Random random) {
        var filler = new byte[BYTES];
        random.nextBytes(filler);
        return "{\"eventId\":\"e-" + n + "\",\"userId\":\"u-" + n % 40 + "\",\"properties\":{\"filler\":\""
                + Base64.getEncoder().encodeToString(filler) + "\"}}";
    }

    private void awaitRejected(ServiceJar service) {
        await().atMost(RunningFleet.PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Json.MAPPER
                                .readTree(service.get("/api/v1/rejected-events/groups", fleet.key("ADMIN_KEY"))
                                        .body())
                                .at("/groups/0/count")
                                .asInt())
                        .isEqualTo(EVENTS));
    }

    private HttpResponse<String> post(ServiceJar service, String path, String body) {
        return post(service, path, body, fleet.key("ADMIN_KEY"));
    }

    private static HttpResponse<String> post(ServiceJar service, String path, String body, String key) {
        try {
            return service.post(path, key, body);
        } catch (IOException gone) {
            throw new CompletionException(gone);
        }
    }
}
