package com.nexusai.devstack.clickhouse.http;

import com.nexusai.devstack.clickhouse.engine.EngineConnection;
import com.nexusai.devstack.clickhouse.engine.EngineResult;
import com.nexusai.devstack.clickhouse.engine.EngineStream;
import com.nexusai.devstack.clickhouse.engine.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins the blocks of a result into one document; formats whose blocks cannot be joined come in one piece. */
final class ResultReader implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final EngineStream stream;
    private final ResultHeader header;
    private final byte[] copy = new byte[PIECE];
    private @Nullable EngineResult current;
    private Progress progress = Progress.NONE;
    private boolean first = true;

    private ResultReader(EngineStream stream, ResultHeader header) {
        this.stream = stream;
        this.header = header;
    }

    static ResultReader open(EngineConnection connection, String sql, Statement.Query query, Request request) {
        Optional<ResultHeader> header = ResultHeader.of(query.format());
        boolean joinable = header.isPresent()
                && !query.oneDocument()
                && request.settings().keySet().stream().noneMatch(ResultReader::addsToTheDocument);
        EngineStream stream = joinable
                ? connection.stream(sql, query.format(), request.queryParameters())
                : EngineStream.ofOne(connection.whole(sql, query.format(), request.queryParameters()));
        return new ResultReader(stream, header.orElse(ResultHeader.NONE));
    }

    private static boolean addsToTheDocument(String setting) {
        return setting.equals("extremes") || setting.equals("output_format_json_array_of_rows");
    }

    boolean advance() {
        release();
        EngineResult next = stream.next();
        if (next == null) {
            return false;
        }
        current = next;
        progress = progress.plus(next.progress());
        return true;
    }

    Progress progress() {
        return progress;
    }

    void writePiece(OutputStream out) throws IOException {
        if (current == null) {
            return;
        }
        MemorySegment bytes = current.bytes();
        long at = first ? 0 : header.length(bytes);
        first = false;
        while (at < bytes.byteSize()) {
            int length = (int) Math.min(PIECE, bytes.byteSize() - at);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, copy, 0, length);
            out.write(copy, 0, length);
            at += length;
        }
    }

    private void release() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    @Override
    public void close() {
        release();
        stream.close();
    }
}
