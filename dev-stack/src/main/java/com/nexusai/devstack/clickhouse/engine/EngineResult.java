package com.nexusai.devstack.clickhouse.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** A piece of a result in the engine's memory; gone after {@link #close()}. */
public final class EngineResult implements AutoCloseable {
    private final Chdb chdb;
    private final MemorySegment handle;
    private boolean closed;

    EngineResult(Chdb chdb, MemorySegment handle) {
        this.chdb = chdb;
        this.handle = handle;
    }

    MemorySegment handle() {
        return handle;
    }

    @Nullable
    String error() {
        return Chdb.text(chdb.address(chdb.resultError, handle));
    }

    EngineResult orThrow() {
        String error = error();
        if (error != null) {
            close();
            throw new EngineException(error);
        }
        return this;
    }

    public long length() {
        return chdb.number(chdb.resultLength, handle);
    }

    /** The bytes where they lie: valid until this result is closed. */
    public MemorySegment bytes() {
        long length = length();
        return length == 0 ? MemorySegment.NULL : Chdb.bytes(chdb.address(chdb.resultBuffer, handle), length);
    }

    public String text() {
        return new String(bytes().toArray(ValueLayout.JAVA_BYTE), UTF_8);
    }

    public Progress progress() {
        return new Progress(
                chdb.number(chdb.resultStorageRowsRead, handle),
                chdb.number(chdb.resultStorageBytesRead, handle),
                chdb.number(chdb.resultRowsWritten, handle),
                chdb.number(chdb.resultBytesWritten, handle),
                chdb.number(chdb.resultRowsRead, handle),
                length());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            NativeCall.run(() -> chdb.destroyResult.invoke(handle));
        }
    }
}
