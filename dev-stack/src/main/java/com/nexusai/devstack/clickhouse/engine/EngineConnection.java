package com.nexusai.devstack.clickhouse.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;

/** One session of the engine. It runs one statement at a time and belongs to one thread at a time. */
public final class EngineConnection implements AutoCloseable {
    private static final String STREAMING_NOT_POSSIBLE = "Streaming query is not supported for query";

    private final Chdb chdb;
    private final MemorySegment pointer;
    private boolean closed;

    EngineConnection(Chdb chdb, MemorySegment pointer) {
        this.chdb = chdb;
        this.pointer = pointer;
    }

    /** For statements without a result: SET, USE and the like. */
    public void run(String sql) {
        whole(sql, "Null", Map.of()).close();
    }

    public String queryText(String sql) {
        try (EngineResult result = whole(sql, "TabSeparated", Map.of())) {
            return result.text();
        }
    }

    /** The whole result at once, in the engine's memory: for formats that are one document, and for DDL. */
    public EngineResult whole(String sql, String format, Map<String, String> params) {
        return new EngineResult(chdb, call(chdb.queryWithParams, sql, format, params)).orThrow();
    }

    /** The result block by block where the statement can be streamed (SELECT), else at once. */
    public EngineStream stream(String sql, String format, Map<String, String> params) {
        EngineResult opened = new EngineResult(chdb, call(chdb.streamQueryWithParams, sql, format, params));
        String error = opened.error();
        if (error == null) {
            return EngineStream.ofBlocks(chdb, Chdb.dereference(pointer), opened);
        }
        opened.close();
        if (error.contains(STREAMING_NOT_POSSIBLE)) {
            return EngineStream.ofOne(whole(sql, format, params));
        }
        throw new EngineException(error);
    }

    public EngineInsert insert(String sql, String format, Map<String, String> params) {
        return EngineInsert.opened(chdb, call(chdb.streamInsertWithParams, sql, format, params));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            NativeCall.run(() -> chdb.closeConn.invoke(pointer));
        }
    }

    private MemorySegment call(MethodHandle function, String sql, String format, Map<String, String> params) {
        try (Arena arena = Arena.ofConfined()) {
            Text query = Text.of(arena, sql);
            Text output = Text.of(arena, format);
            Texts names = Texts.of(arena, List.copyOf(params.keySet()));
            Texts values = Texts.of(arena, List.copyOf(params.values()));
            return NativeCall.get(() -> (MemorySegment) function.invoke(
                    Chdb.dereference(pointer),
                    query.bytes(),
                    query.length(),
                    output.bytes(),
                    output.length(),
                    names.pointers(),
                    names.lengths(),
                    values.pointers(),
                    values.lengths(),
                    (long) params.size()));
        }
    }

    private record Text(MemorySegment bytes, long length) {
        static Text of(Arena arena, String text) {
            byte[] utf8 = text.getBytes(UTF_8);
            return new Text(arena.allocateFrom(ValueLayout.JAVA_BYTE, utf8), utf8.length);
        }
    }

    private record Texts(MemorySegment pointers, MemorySegment lengths) {
        static Texts of(Arena arena, List<String> texts) {
            MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, texts.size() + 1L);
            MemorySegment lengths = arena.allocate(ValueLayout.JAVA_LONG, texts.size() + 1L);
            for (int i = 0; i < texts.size(); i++) {
                Text text = Text.of(arena, texts.get(i));
                pointers.setAtIndex(ValueLayout.ADDRESS, i, text.bytes());
                lengths.setAtIndex(ValueLayout.JAVA_LONG, i, text.length());
            }
            return new Texts(pointers, lengths);
        }
    }
}
