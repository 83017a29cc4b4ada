package com.nexusai.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.topic.Topics;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rejected events, found, mended and sent on. */
class WorkbenchIT extends RunningIngest {
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

    private int doorRecords() {
        return values(Topics.EVENTS).size();
    }
}
