package com.nexusai.kit.http;

import static com.nexusai.kit.http.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.kit.auth.Open;
import com.nexusai.kit.auth.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(routes -> {
            routes.get("/read", ctx -> ctx.json(Access.of(ctx)), Scope.READ);
            routes.get("/either", ctx -> ctx.result("ok"), Scope.READ, Scope.MODERATE);
            routes.get("/page", ctx -> ctx.result("for all"), Open.PUBLIC);
        });
        server.keys
                .with("expired", Instant.EPOCH, null, "read")
                .with("revoked", null, Instant.EPOCH, "read")
                .with("odd", "unheard-of");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldKnowCallerWhenKeyIsSentAsBearer() {
        var answer = json(server.get("/read", "Authorization", "Bearer reader"));

        assertThat(answer.get("tenantId").asString()).isEqualTo("acme");
        assertThat(answer.get("subject").asString()).isEqualTo("id-reader");
    }

    @Test
    void shouldKnowCallerWhenKeyIsSentInItsOwnHeader() {
        assertThat(server.get("/read", "X-Api-Key", "reader").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader:", "reader:any", "reader"})
    void shouldKnowCallerWhenKeyIsUserNameOfBasic(String pair) {
        var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

        assertThat(server.get("/read", "Authorization", "Basic " + basic).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana:reader", ":reader"})
    void shouldKnowCallerWhenKeyIsPasswordOfBasic(String pair) {
        var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

        assertThat(server.get("/read", "Authorization", "Basic " + basic).statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldLetAdminDoEverything() {
        assertThat(server.get("/read", "X-Api-Key", "admin").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldLetInWhoHasOneOfTheScopes() {
        assertThat(server.get("/either", "X-Api-Key", "reader").statusCode()).isEqualTo(200);
        assertThat(server.get("/either", "X-Api-Key", "ingest").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nobody", "Basic !!!", "Digest x", "Bearer ", "Bearer a.b.c", "reader"})
    void shouldRefuseWhenCredentialIsNotKnown(String authorization) {
        assertUnauthorized(server.get("/read", "Authorization", authorization));
    }

    @Test
    void shouldRefuseWhenThereIsNoCredential() {
        assertUnauthorized(server.get("/read"));
        assertUnauthorized(server.get("/read", "X-Api-Key", " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "revoked"})
    void shouldRefuseWhenKeyIsNoLongerGood(String key) {
        var answer = server.get("/read", "X-Api-Key", key);

        assertUnauthorized(answer);
        assertThat(json(answer).get("detail").asString()).contains(key);
    }

    @Test
    void shouldNameScopeWhenItIsMissing() {
        var answer = server.get("/read", "X-Api-Key", "ingest");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:problem:forbidden");
        assertThat(json(answer).get("scope").asString()).isEqualTo("read");
        assertThat(json(answer).get("detail").asString()).contains("'read'");
    }

    @Test
    void shouldGrantNothingWhenKeyHasScopesOfALaterVersion() {
        assertThat(server.get("/read", "X-Api-Key", "odd").statusCode()).isEqualTo(403);
    }

    @Test
    void shouldAskToTryAgainWhenKeysAreNotLoadedYet() {
        try (var starting = new TestServer(routes -> routes.get("/read", ctx -> {}, Scope.READ))) {
            starting.keys.ready = false;

            var answer = starting.get("/read", "X-Api-Key", "not-read-yet");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(starting.get("/read", "X-Api-Key", "reader").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldLetEveryoneInWhenRouteSaysSo() {
        assertThat(server.get("/page").body()).isEqualTo("for all");
    }

    @Test
    void shouldGuardHeadLikeGet() {
        var refused = server.send(server.request("/read").method("HEAD", BodyPublishers.noBody()));
        var allowed =
                server.send(server.request("/read", "X-Api-Key", "reader").method("HEAD", BodyPublishers.noBody()));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.body()).isEmpty();
        assertThat(allowed.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void shouldRefuseToStartWhenARouteHasNoRole() {
        assertThatThrownBy(() -> new TestServer(routes ->
                        routes.get("/a", ctx -> {}).post("/b", ctx -> {}).get("/c", ctx -> {}, Open.PUBLIC)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GET /a, POST /b.")
                .hasMessageNotContaining("/c");
    }

    private static void assertUnauthorized(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("Bearer"));
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:problem:unauthorized");
    }
}
