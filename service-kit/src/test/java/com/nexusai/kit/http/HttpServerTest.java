package com.nexusai.kit.http;

import static com.nexusai.kit.http.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexusai.kit.auth.Open;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import com.nexusai.kit.problem.Problem;
import com.nexusai.kit.trace.TraceScope;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server =
                new TestServer(routes -> routes.get("/things/{id}", ctx -> ctx.result(ctx.pathParam("id")), Open.PUBLIC)
                        .delete("/things/{id}", ctx -> ctx.status(204), Open.PUBLIC)
                        .get("/long", ctx -> ctx.result("x".repeat(50_000)), Open.PUBLIC)
                        .get("/trace", ctx -> ctx.result(TraceScope.current().traceId()), Open.PUBLIC)
                        .get(
                                "/number",
                                ctx -> ctx.json(ctx.queryParamAsClass("n", Integer.class)
                                        .get()),
                                Open.PUBLIC)
                        .get(
                                "/conflict",
                                ctx -> {
                                    throw Problem.conflict("taken", "It is taken", "Someone was faster.")
                                            .with("by", "them");
                                },
                                Open.PUBLIC)
                        .get("/virtual", ctx -> ctx.json(Thread.currentThread().isVirtual()), Open.PUBLIC)
                        .get(
                                "/boom",
                                ctx -> {
                                    throw new IllegalStateException("secret inner workings");
                                },
                                Open.PUBLIC)
                        .get(
                                "/error",
                                ctx -> {
                                    throw new StackOverflowError();
                                },
                                Open.PUBLIC)
                        .post("/admin", ctx -> {}, Scope.ADMIN));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldServeOnVirtualThreads() {
        assertThat(server.get("/virtual").body()).isEqualTo("true");
    }

    @Test
    void shouldAnswerWithProblemWhenPathIsUnknown() {
        var answer = server.get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:problem:not-found");
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("detail").asString()).contains("GET /nowhere");
        assertThat(problem.get("traceId").asString()).hasSize(32);
    }

    @Test
    void shouldNameMethodsWhenMethodDoesNotFit() {
        var answer = server.send(server.request("/things/1").PUT(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "DELETE", "HEAD", "OPTIONS");
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:problem:method-not-allowed");
    }

    @Test
    void shouldNameMethodsWhenAskedForOptions() {
        var answer = server.send(server.request("/things/1").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "DELETE");
    }

    @Test
    void shouldKeepMembersWhenProblemHasMore() {
        var answer = server.get("/conflict");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:problem:taken");
        assertThat(json(answer).get("by").asString()).isEqualTo("them");
    }

    @Test
    void shouldNameFieldWhenParameterIsInvalid() {
        var answer = server.get("/number?n=x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("field").asString()).isEqualTo("n");
    }

    @Test
    void shouldHideInnerWorkingsWhenHandlerThrows() {
        var answer = server.get("/boom", "traceparent", TRACE);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret", "IllegalState");
        assertThat(json(answer).get("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void shouldAnswerWithProblemWhenHandlerThrowsAnError() {
        var answer = server.get("/error");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:problem:internal-error");
    }

    @Test
    void shouldContinueTraceWhenCallerHasOne() {
        var answer = server.get("/trace", "traceparent", TRACE);

        assertThat(answer.body()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(answer.headers().firstValue("traceparent").orElseThrow())
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .isNotEqualTo(TRACE);
    }

    @ParameterizedTest
    @CsvSource({"order-7,order-7", "'has space',", "quote\",", "<b>,"})
    void shouldReturnCorrelationIdWhenItIsHarmless(String sent, String returned) {
        var answer = server.get("/trace", "X-Correlation-Id", sent);

        assertThat(answer.headers().firstValue("X-Correlation-Id").orElse(null)).isEqualTo(returned);
    }

    @Test
    void shouldCompressWhenClientAcceptsIt() {
        var answer = server.get("/long", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.body().length()).isLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health", "/health/liveness", "/health/readiness",
                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
            })
    void shouldAnswerProbesWithoutKey(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(200);
        assertThat(json(server.get(path)).get("status").asString()).isEqualTo("UP");
    }

    @Test
    void shouldFailReadinessOnlyWhenOnlyReadinessIsDown() {
        try (var other = new TestServer()) {
            other.health.ready(
                    HealthCheck.of("store", () -> Status.down("restoring").with("left", 7)));

            assertThat(other.get("/health/liveness").statusCode()).isEqualTo(200);
            assertThat(other.get("/health/readiness").statusCode()).isEqualTo(503);
            var store = json(other.get("/health")).get("checks").get("store");
            assertThat(store.get("status").asString()).isEqualTo("DOWN");
            assertThat(store.get("reason").asString()).isEqualTo("restoring");
            assertThat(store.get("left").asInt()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/actuator/prometheus"})
    void shouldMeterRoutesByTemplateNeverByPath(String metrics) {
        server.get("/things/4711");
        server.get("/nowhere/4711");

        await().untilAsserted(() -> assertThat(server.get(metrics).body())
                .contains("http_server_requests_seconds_bucket{")
                .contains("route=\"/things/{id}\"")
                .contains("route=\"unmatched\"")
                .contains("service=\"test\"")
                .contains("fleet_build_info{")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("4711"));
    }

    @Test
    void shouldServeOpenMetricsWhenScraperAsks() {
        var answer = server.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("openmetrics");
        assertThat(answer.body()).endsWith("# EOF\n");
    }

    @Test
    void shouldServeSchemas() {
        var index = json(server.get("/schemas")).get("schemas");

        assertThat(index.size()).isPositive();
        for (var entry : index) {
            assertThat(server.get(entry.get("href").asString()).statusCode()).isEqualTo(200);
        }
        assertThat(json(server.get("/schemas/event.json")).has("$schema")).isTrue();
        assertThat(server.get("/schemas/..%2Flogback.xml").statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "/docs,text/html,swagger-ui-bundle.js",
        "/docs/docs.js,text/javascript,/openapi.yaml",
        "/docs/swagger-ui-bundle.js,text/javascript,SwaggerUIBundle",
        "/docs/swagger-ui.css,text/css,swagger-ui",
        "/openapi.yaml,application/yaml,openapi: 3.1.0"
    })
    void shouldServeDocumentationFromItself(String path, String type, String part) {
        var answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.body()).contains(part);
    }

    @Test
    void shouldServeNothingElseUnderDocs() {
        assertThat(server.get("/docs/swagger-ui.js.map").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARBAGE\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n"})
    void shouldAnswerWithProblemWhenRequestIsNotHttp(String request) throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answer).doesNotContain("Jetty");
        }
    }

    @Test
    void shouldAnswerWithProblemWhenHeadersAreTooLong() {
        var answer = server.get("/trace", "X-Long", "x".repeat(20_000));

        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void shouldFinishRequestsInFlightWhenItStops() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var stopping = new TestServer(routes -> routes.get(
                "/slow",
                ctx -> {
                    entered.countDown();
                    leave.await(10, TimeUnit.SECONDS);
                    ctx.result("done");
                },
                Open.PUBLIC));
        var answer = CompletableFuture.supplyAsync(() -> stopping.get("/slow"));
        assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
        var port = stopping.port();

        var stop = CompletableFuture.runAsync(stopping::close);
        await().until(() -> !stopping.health.readiness().up());
        leave.countDown();

        assertThat(answer.get(5, TimeUnit.SECONDS).body()).isEqualTo("done");
        stop.get(10, TimeUnit.SECONDS);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
                        .isInstanceOf(java.net.ConnectException.class));
    }
}
