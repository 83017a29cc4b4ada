package com.nexusai.devstack.clickhouse.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.devstack.clickhouse.engine.EngineException;
import com.nexusai.devstack.clickhouse.wire.BlockInputStream;
import com.nexusai.devstack.clickhouse.wire.Encoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * The statement and its rows as one stream: {@code query=} of the URL, a line end, then the body, unpacked. Only the
 * beginning, in which the statement must stand, is held in memory.
 */
final class RequestBody {
    private static final int HEAD = 1 << 18;
    private static final int LONGEST_STATEMENT = 1 << 26;

    private final byte[] head;
    private final InputStream rest;

    private RequestBody(byte[] head, InputStream rest) {
        this.head = head;
        this.rest = rest;
    }

    static RequestBody of(Request request, InputStream body) throws IOException {
        InputStream plain = unpacked(request, body);
        byte[] query = request.query().getBytes(UTF_8);
        InputStream text = query.length == 0
                ? plain
                : new SequenceInputStream(new ByteArrayInputStream(withLineEnd(query)), plain);
        return new RequestBody(text.readNBytes(Math.max(HEAD, query.length + 1)), text);
    }

    byte[] head() {
        return head;
    }

    InputStream rowsFrom(int start) {
        int from = Math.min(start, head.length);
        return new SequenceInputStream(new ByteArrayInputStream(head, from, head.length - from), rest);
    }

    String statement() throws IOException {
        byte[] more = rest.readNBytes(LONGEST_STATEMENT);
        if (more.length == LONGEST_STATEMENT) {
            throw new EngineException(
                    62, "SYNTAX_ERROR", "The statement is longer than " + LONGEST_STATEMENT + " bytes");
        }
        byte[] all = new byte[head.length + more.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(more, 0, all, head.length, more.length);
        return new String(all, UTF_8).stripTrailing();
    }

    private static InputStream unpacked(Request request, InputStream body) throws IOException {
        String coding = request.header("Content-Encoding");
        InputStream decoded = body;
        if (coding != null && !coding.isBlank() && !coding.equalsIgnoreCase("identity")) {
            Encoding encoding = Encoding.named(coding)
                    .orElseThrow(() -> new EngineException(
                            48, "NOT_IMPLEMENTED", "Content-Encoding " + coding + " is not known here"));
            decoded = encoding.decode(body);
        }
        return request.is("decompress") ? new BlockInputStream(decoded) : decoded;
    }

    private static byte[] withLineEnd(byte[] query) {
        byte[] line = Arrays.copyOf(query, query.length + 1);
        line[query.length] = '\n';
        return line;
    }
}
