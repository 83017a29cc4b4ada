package com.nexusai.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tracking plans and settings, live. */
class TenantRulesIT extends RunningIngest {
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
        assertThat(audit())
                .extracting(entry -> entry.path("action").asString() + " "
                        + entry.at("/details/version").asString("-"))
                .as("and of what was refused nothing")
                .containsExactly("tracking-plan-changed 1", "tracking-plan-changed 2", "tracking-plan-deleted -");
        assertThat(audit()).allSatisfy(entry -> {
            assertThat(entry.path("actor").asString()).isEqualTo("key-of-" + tenant);
            assertThat(entry.path("subject").asString()).isEqualTo("tracking-plan/PAYMENT");
        });
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
        assertThat(audit())
                .singleElement()
                .satisfies(entry -> assertThat(
                                entry.at("/details/hashedProperties").asString())
                        .isEqualTo("card"));
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
}
