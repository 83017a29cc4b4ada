package com.nexusai.devstack.clickhouse.engine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** An INSERT whose rows arrive as a stream of bytes. Closed without {@link #finish()} it is given up. */
public final class EngineInsert implements AutoCloseable {
    private static final int PIECE = 1 << 18;

    private final Chdb chdb;
    private final MemorySegment handle;

    private EngineInsert(Chdb chdb, MemorySegment handle) {
        this.chdb = chdb;
        this.handle = handle;
    }

    static EngineInsert opened(Chdb chdb, MemorySegment handle) {
        EngineInsert insert = new EngineInsert(chdb, handle);
        String error = Chdb.text(chdb.address(chdb.streamInsertError, handle));
        if (error != null) {
            insert.close();
            throw new EngineException(error);
        }
        return insert;
    }

    /** Hands over all rows, waiting while the engine is busy with earlier ones. */
    public void append(InputStream rows) throws IOException {
        byte[] piece = new byte[PIECE];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(PIECE);
            int read;
            while ((read = rows.readNBytes(piece, 0, PIECE)) > 0) {
                MemorySegment.copy(piece, 0, buffer, ValueLayout.JAVA_BYTE, 0, read);
                if (!accepts(buffer, read)) {
                    return; // finish() has the reason
                }
            }
        }
    }

    private boolean accepts(MemorySegment buffer, long length) {
        return NativeCall.get(() -> (int) chdb.streamAppend.invoke(handle, buffer, length)) == 0;
    }

    public Progress finish() {
        try (EngineResult done = new EngineResult(chdb, chdb.address(chdb.streamDone, handle))) {
            return done.orThrow().progress();
        }
    }

    @Override
    public void close() {
        NativeCall.run(() -> chdb.destroyInsertStream.invoke(handle));
    }
}
