package com.nexusai.ingest.http;

import static com.nexusai.ingest.http.TestDoor.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent by mistake or with intent: a clear answer, and the next request finds everything as it was. */
class HostileInputTest {
    private static final String TRACK = "/api/v1/analytics/track";

    private final TestDoor door = new TestDoor();

    @AfterEach
    void close() {
        assertThat(door.track("[{\"type\":\"T\"}]").statusCode()).isEqualTo(202);
        door.close();
    }

    @Test
    void shouldRefuseAGzipBomb() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 64; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }

        assertRefused(door.post(TRACK, bomb.toByteArray(), "Content-Encoding", "gzip"), 413);
        assertRefused(door.post("/v1/batch", bomb.toByteArray()), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {TRACK, "/v1/track", "/batch", "/com.snowplowanalytics.snowplow/tp2"})
    void shouldRefuseTenThousandLevels(String path) {
        var deep = "{\"type\":\"T\",\"properties\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertRefused(door.post(path, deep.getBytes(UTF_8)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {TRACK, "/v1/track", "/batch", "/com.snowplowanalytics.snowplow/tp2"})
    void shouldRefuseANumberOfTenThousandDigits(String path) {
        var number = "{\"type\":\"T\",\"timestamp\":" + "9".repeat(10_000) + "}";

        assertRefused(door.post(path, number.getBytes(UTF_8)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"\u00c3(\"}",
                "{\"type\":\"T\",\"properties\":{\"a\":\"\u00ff\"}}",
                "{\"type\":\"T\",\"x\":\"\u00ed\u00a0\u0080\"}"
            })
    void shouldRefuseWhatIsNotUtf8(String bytes) {
        assertRefused(door.post(TRACK, bytes.getBytes(ISO_8859_1)), 400);
        assertThat(door.post("/v1/track", bytes.getBytes(ISO_8859_1)).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"T\",\"type\":\"U\"}",
                "{\"type\":\"T\",\"userId\":\"u\",\"userId\":\"v\"}",
                "{\"type\":\"T\",\"mine\":1,\"mine\":2}",
                "{\"type\":\"T\",\"properties\":{\"a\":[{\"b\":1,\"b\":2}]}}"
            })
    void shouldRefuseANameThatIsGivenTwice(String body) {
        assertRefused(door.track(body), 400);
        assertRefused(door.post("/v1/track", body.getBytes(UTF_8)), 400);
    }

    @Test
    void shouldRefuseNulAndHalvesOfSurrogatePairs() {
        assertRefused(door.track("{\"type\":\"T\",\"userId\":\"a\\u0000b\"}"), 400);
        assertRefused(door.track("{\"type\":\"T\",\"userId\":\"a\u0000b\"}"), 400);
        assertRefused(door.track("{\"type\":\"T\",\"userId\":\"\\ud800\"}"), 400);
        assertRefused(door.track("{\"type\":\"T\",\"properties\":{\"a\":\"\\udc00\"}}"), 400);
        assertRefused(door.track("{\"type\":\"T\",\"properties\":{\"a\":\"\\u0000\"}}"), 400);
    }

    @Test
    void shouldSayOfEachEventWhatIsWrongWithinItsProperties() {
        var answer = json(door.track("[{\"type\":\"T\"},{\"type\":\"T\",\"properties\":{\"a\":1,\"a\":2}},"
                + "{\"type\":\"T\",\"properties\":{\"a\":\"\\u0000\"}},{\"type\":\"T\",\"properties\":{\"a\":\"\\ud800\"}},"
                + "{\"type\":\"T\"}]"));

        assertThat(answer.get("results")
                        .valueStream()
                        .map(result -> result.path("field").asString("")))
                .containsExactly("", "properties", "properties", "properties", "");
        assertThat(answer.get("accepted").asInt()).isEqualTo(2);
    }

    @Test
    void shouldSinkNoNeighbours() {
        var answer = door.track(
                "[{\"type\":\"T\"},{\"type\":\"T\",\"userId\":\"\\ud800\"},{\"type\":\"T\",\"a\":" + "[".repeat(70)
                        + "]".repeat(70) + "},{\"type\":\"T\",\"b\":" + "1".repeat(500) + "},{\"type\":\"T\"}]");

        assertThat(json(answer).get("accepted").asInt()).isEqualTo(2);
        assertThat(json(answer).get("rejected").asInt()).isEqualTo(3);
    }

    @Test
    void shouldOutliveAClientThatVanishes() throws Exception {
        try (var socket = new Socket("127.0.0.1", door.port())) {
            socket.getOutputStream()
                    .write(("POST " + TRACK + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TestDoor.KEY
                                    + "\r\nContent-Length: 5000000\r\n\r\n[{\"type\":\"T\"},")
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();
        }

        assertThat(door.sent()).isEmpty();
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("detail").asString()).isNotBlank();
    }
}
