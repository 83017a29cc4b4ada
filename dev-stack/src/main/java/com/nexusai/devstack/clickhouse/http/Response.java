package com.nexusai.devstack.clickhouse.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.devstack.clickhouse.engine.EngineException;
import com.nexusai.devstack.clickhouse.engine.Progress;
import com.nexusai.devstack.clickhouse.wire.BlockOutputStream;
import com.nexusai.devstack.clickhouse.wire.Encoding;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One answer: headers first, once, then a body packed as the client asked. */
final class Response {
    private static final int CHUNKED = 0;
    private static final int EMPTY = -1;

    private final HttpExchange exchange;
    private final Request request;
    private final ServerIdentity identity;
    private final long startedNanos;
    private @Nullable OutputStream body;

    Response(HttpExchange exchange, Request request, ServerIdentity identity, long startedNanos) {
        this.exchange = exchange;
        this.request = request;
        this.identity = identity;
        this.startedNanos = startedNanos;
    }

    boolean begun() {
        return body != null;
    }

    OutputStream begin(String format, Progress progress) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", ContentTypes.of(format));
        headers.set("X-ClickHouse-Format", format);
        headers.set("X-ClickHouse-Summary", summary(progress));
        return open(200, true);
    }

    /** Writes the mark of a complete body: whoever does not get here leaves a broken answer, as it should be. */
    void end() throws IOException {
        if (body != null) {
            body.close();
        }
    }

    /** Before anything was sent: the status and the engine's words. */
    void fail(EngineException error) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/plain; charset=UTF-8");
        headers.set("X-ClickHouse-Exception-Code", Integer.toString(error.code()));
        headers.set("X-ClickHouse-Summary", summary(Progress.NONE));
        int status = StatusCodes.of(error.code());
        boolean refusedAtTheDoor = status == 401 || status == 403;
        try (OutputStream out = open(status, !refusedAtTheDoor)) {
            out.write(identity.describe(error).getBytes(UTF_8));
        }
    }

    /** In the middle of a result: the client must see both why, and that the result is not whole. */
    void breakOff(EngineException error) throws IOException {
        if (body != null) {
            body.write(("\r\n__exception__\r\n" + identity.describe(error)).getBytes(UTF_8));
            body.flush();
        }
        throw new BrokenOffException(error);
    }

    private OutputStream open(int status, boolean packed) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-ClickHouse-Server-Display-Name", identity.displayName());
        headers.set("X-ClickHouse-Query-Id", request.queryId());
        headers.set("X-ClickHouse-Timezone", request.settings().getOrDefault("session_timezone", identity.timezone()));
        headers.set("Keep-Alive", "timeout=30");
        Optional<Encoding> encoding = packed ? encoding() : Optional.empty();
        encoding.ifPresent(coding -> headers.set("Content-Encoding", coding.token()));
        boolean head = request.method().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? EMPTY : CHUNKED);
        OutputStream out = head ? OutputStream.nullOutputStream() : exchange.getResponseBody();
        if (encoding.isPresent()) {
            out = encoding.get().encode(out);
        }
        body = packed && request.is("compress") ? new BlockOutputStream(out) : out;
        return body;
    }

    private Optional<Encoding> encoding() {
        String accepted = request.header("Accept-Encoding");
        String enabled = request.settings().getOrDefault("enable_http_compression", "0");
        boolean wanted = accepted != null && (enabled.equals("1") || enabled.equalsIgnoreCase("true"));
        return wanted && accepted != null ? Encoding.accepted(accepted) : Optional.empty();
    }

    private String summary(Progress progress) {
        return ("{\"read_rows\":\"%d\",\"read_bytes\":\"%d\",\"written_rows\":\"%d\",\"written_bytes\":\"%d\","
                        + "\"total_rows_to_read\":\"0\",\"result_rows\":\"%d\",\"result_bytes\":\"%d\","
                        + "\"elapsed_ns\":\"%d\"}")
                .formatted(
                        progress.readRows(),
                        progress.readBytes(),
                        progress.writtenRows(),
                        progress.writtenBytes(),
                        progress.resultRows(),
                        progress.resultBytes(),
                        System.nanoTime() - startedNanos);
    }
}
