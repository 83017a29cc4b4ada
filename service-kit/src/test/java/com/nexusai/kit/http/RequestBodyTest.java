package com.nexusai.kit.http;

import static com.nexusai.kit.http.TestServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import com.nexusai.kit.auth.Open;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    private static final byte[] TEXT = "{\"name\":\"häß\"}".getBytes(UTF_8);
    private static TestServer server;

    record Named(String name) {}

    @BeforeAll
    static void start() {
        server = new TestServer(routes -> routes.post("/echo", ctx -> ctx.result(RequestBody.bytes(ctx)), Open.PUBLIC)
                .post("/size", ctx -> ctx.json(RequestBody.bytes(ctx).length), Open.PUBLIC)
                .post("/small", ctx -> ctx.json(RequestBody.bytes(ctx, 10).length), Open.PUBLIC)
                .post("/json", ctx -> ctx.json(RequestBody.json(ctx, Named.class)), Open.PUBLIC));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldGiveBytesWhenBodyIsPlain() {
        assertThat(server.post("/echo", TEXT).body()).isEqualTo("{\"name\":\"häß\"}");
        assertThat(server.post("/echo", new byte[0]).body()).isEmpty();
    }

    @Test
    void shouldDecompressWhenBodyIsGzip() throws IOException {
        var answer = server.post(
                "/echo", gzip(TEXT), "Content-Encoding", "gzip", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.body()).isEqualTo("{\"name\":\"häß\"}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldDecompressWhenBodyIsDeflateWithOrWithoutItsHeader(boolean bare) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, bare))) {
            out.write(TEXT);
        }

        var answer = server.post("/echo", bytes.toByteArray(), "Content-Encoding", "deflate");

        assertThat(answer.body()).isEqualTo("{\"name\":\"häß\"}");
    }

    @Test
    void shouldDecompressWhenBodyIsZstd() {
        assertThat(server.post("/echo", Zstd.compress(TEXT), "Content-Encoding", "zstd")
                        .body())
                .isEqualTo("{\"name\":\"häß\"}");
    }

    @Test
    void shouldRefuseWhenLengthIsOverLimit() {
        var answer = server.post("/size", new byte[TestServer.MAX_BODY + 1]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:problem:body-too-large");
        assertThat(json(answer).get("maxBytes").asInt()).isEqualTo(TestServer.MAX_BODY);
    }

    @Test
    void shouldAcceptWhenLengthIsAtLimit() {
        assertThat(server.post("/size", new byte[TestServer.MAX_BODY]).body()).isEqualTo("" + TestServer.MAX_BODY);
    }

    @Test
    void shouldKeepLimitOfRouteWhenItIsLower() {
        assertThat(server.post("/small", new byte[10]).statusCode()).isEqualTo(200);
        assertThat(server.post("/small", new byte[11]).statusCode()).isEqualTo(413);
    }

    @Test
    void shouldRefuseWhenChunkedBodyIsOverLimit() {
        var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[TestServer.MAX_BODY + 1]));

        assertThat(server.send(server.request("/size").POST(endless)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void shouldRefuseWhenDecompressedBodyIsOverLimit() throws IOException {
        // random letters shrink to three quarters: over the limit by size and not by ratio
        var letters = new Random(1).ints(TestServer.MAX_BODY + 1, 'a', 'a' + 32).toArray();
        var bytes = new byte[letters.length];
        Arrays.setAll(letters, i -> bytes[i] = (byte) letters[i]);

        var answer = server.post("/size", gzip(bytes), "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).has("maxBytes")).isTrue();
    }

    @Test
    void shouldRefuseWhenBodyExpandsOutOfProportion() throws IOException {
        var answer = server.post("/size", gzip(new byte[TestServer.MAX_BODY - 1]), "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).get("detail").asString()).contains("200 times");
    }

    @Test
    void shouldRefuseWhenZstdFrameAsksForAHugeWindow() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStream(bytes)) {
            out.setLong(27);
            out.write(TEXT);
        }

        var answer = server.post("/echo", bytes.toByteArray(), "Content-Encoding", "zstd");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "zstd"})
    void shouldSaySoWhenBodyIsNotWhatItsEncodingSays(String encoding) {
        var answer = server.post("/echo", "certainly not".getBytes(UTF_8), "Content-Encoding", encoding);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:problem:malformed-body");
    }

    @Test
    void shouldSaySoWhenCompressedBodyIsCutOff() throws IOException {
        var whole = gzip(TEXT);

        var answer = server.post("/echo", Arrays.copyOf(whole, whole.length - 12), "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").asString()).contains("too early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "compress"})
    void shouldNameWhatIsAcceptedWhenEncodingIsNotSupported(String encoding) {
        var answer = server.post("/echo", TEXT, "Content-Encoding", encoding);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("gzip, deflate, zstd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "application/vnd.x+json", "text/plain"})
    void shouldReadJsonWhenTypeAllows(String type) {
        assertThat(server.post("/json", TEXT, "Content-Type", type).body()).isEqualTo("{\"name\":\"häß\"}");
    }

    @Test
    void shouldAskForJsonWhenTypeIsAnother() {
        assertThat(server.post("/json", TEXT, "Content-Type", "application/xml").statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"name\":}", "[1]", "null", "\"text\"", "{\"name\":{}}"})
    void shouldSayWhatIsWrongWhenJsonIsMalformed(String body) {
        var answer = server.post("/json", body.getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:problem:malformed-body");
        assertThat(json(answer).get("detail").asString()).isNotBlank();
    }

    @Test
    void shouldRefuseWhenJsonIsTooDeep() {
        var deep = ("{\"name\":" + "[".repeat(100_000)).getBytes(UTF_8);

        assertThat(server.post("/json", deep).statusCode()).isEqualTo(400);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
