package com.nexusai.kit.http;

import static com.nexusai.kit.http.TestServer.MAX_BODY;
import static com.nexusai.kit.http.TestServer.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.kit.auth.Open;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBudgetTest {
    private static final int LARGE = MAX_BODY - 1_000;

    private final CountDownLatch release = new CountDownLatch(1);
    private final TestServer server = TestServer.withInFlightBytes(
            MAX_BODY,
            routes -> routes.post("/size", ctx -> ctx.json(RequestBody.bytes(ctx).length), Open.PUBLIC)
                    .post("/hold", this::hold, Open.PUBLIC)
                    .post("/exception", BodyBudgetTest::fail, Open.PUBLIC)
                    .post("/error", BodyBudgetTest::failBadly, Open.PUBLIC)
                    .post("/much", this::answerMuch, Open.PUBLIC)
                    .get("/get", ctx -> ctx.json(RequestBody.bytes(ctx).length), Open.PUBLIC));

    @AfterEach
    void stop() {
        release.countDown();
        server.close();
    }

    @Test
    void shouldRefuseAtOnceWhenOthersHoldTheBudget() throws IOException {
        var large = holdLarge();

        var answer = server.post("/size", gzip(letters(50_000)), "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:problem:unavailable");
        assertThat(large).isNotDone();
    }

    @Test
    void shouldTakeNoMoreThanWhatIsReadWhenBodyIsSmall() {
        holdLarge();

        assertThat(server.post("/size", new byte[900]).body()).isEqualTo("900");
    }

    @Test
    void shouldServeTheNextWhenTheFirstHasEnded() {
        var large = holdLarge();
        release.countDown();
        assertThat(large.join().body()).isEqualTo("" + LARGE);
        awaitNothingInFlight();

        assertThat(server.post("/size", new byte[MAX_BODY]).body()).isEqualTo("" + MAX_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exception", "/error"})
    void shouldGiveBackWhenHandlerFails(String path) {
        assertThat(server.post(path, new byte[LARGE]).statusCode()).isEqualTo(500);

        awaitNothingInFlight();
    }

    @Test
    void shouldGiveBackWhenBodyIsRefused() throws IOException {
        var answer = server.post("/size", gzip(letters(MAX_BODY + 1)), "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(413);
        awaitNothingInFlight();
    }

    @Test
    void shouldGiveBackWhenThereWasNoneLeft() throws IOException {
        var large = holdLarge();
        // short on the wire: who still sends when the connection is closed may not see the answer
        var much = gzip(letters(50_000));
        assertThat(server.post("/size", much, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(503);
        await().until(() -> inFlight() == LARGE);

        release.countDown();

        assertThat(large.join().statusCode()).isEqualTo(200);
        awaitNothingInFlight();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void shouldGiveBackWhenMethodSeldomHasABody(String method) {
        var request = server.request("/get").method(method, BodyPublishers.ofByteArray(new byte[LARGE]));

        assertThat(server.send(request).statusCode()).isEqualTo(200);

        awaitNothingInFlight();
    }

    @Test
    void shouldGiveBackWhenClientGoesInTheMiddleOfItsBody() throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            send(socket, "/size", LARGE, LARGE / 2);
            await().until(() -> inFlight() == LARGE / 2);
        }

        awaitNothingInFlight();
    }

    @Test
    void shouldGiveBackWhenClientDoesNotTakeTheAnswer() throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            send(socket, "/much", LARGE, LARGE);
            await().until(() -> inFlight() == LARGE);
            socket.setSoLinger(true, 0);
        }
        release.countDown();

        awaitNothingInFlight();
    }

    private CompletableFuture<HttpResponse<String>> holdLarge() {
        var answer = CompletableFuture.supplyAsync(() -> server.post("/hold", new byte[LARGE]));
        await().until(() -> inFlight() == LARGE);
        return answer;
    }

    private void awaitNothingInFlight() {
        await().until(() -> inFlight() == 0);
    }

    private long inFlight() {
        return server.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_body_inflight_bytes{"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private void hold(Context ctx) throws InterruptedException {
        var body = RequestBody.bytes(ctx);
        assertThat(release.await(30, TimeUnit.SECONDS)).isTrue();
        ctx.json(body.length);
    }

    private void answerMuch(Context ctx) throws InterruptedException {
        hold(ctx);
        ctx.result(new byte[20_000_000]);
    }

    private static void fail(Context ctx) {
        throw new IllegalStateException("after " + RequestBody.bytes(ctx).length);
    }

    private static void failBadly(Context ctx) {
        throw new AssertionError("after " + RequestBody.bytes(ctx).length);
    }

    private static void send(Socket socket, String path, int announced, int sent) throws IOException {
        var head = "POST " + path + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + announced + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        socket.getOutputStream().write(new byte[sent]);
        socket.getOutputStream().flush();
    }

    private static byte[] letters(int count) {
        var bytes = new byte[count];
        var random = new Random(1);
        for (var i = 0; i < count; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(26));
        }
        return bytes;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
