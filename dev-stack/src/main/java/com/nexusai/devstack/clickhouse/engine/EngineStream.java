package com.nexusai.devstack.clickhouse.engine;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A result that comes piece by piece; the engine works on the next block only when it is asked for. Every piece is a
 * complete document in its format: joining them is the reader's task.
 */
public abstract class EngineStream implements AutoCloseable {
    private EngineStream() {}

    /** The next piece, to be closed by the caller, or null at the end. */
    public abstract @Nullable EngineResult next();

    @Override
    public abstract void close();

    static EngineStream ofBlocks(Chdb chdb, MemorySegment connection, EngineResult opened) {
        return new Blocks(chdb, connection, opened);
    }

    public static EngineStream ofOne(EngineResult whole) {
        return new One(whole);
    }

    private static final class Blocks extends EngineStream {
        private final Chdb chdb;
        private final MemorySegment connection;
        private final EngineResult opened;
        private boolean ended;

        Blocks(Chdb chdb, MemorySegment connection, EngineResult opened) {
            this.chdb = chdb;
            this.connection = connection;
            this.opened = opened;
        }

        @Override
        public @Nullable EngineResult next() {
            if (ended) {
                return null;
            }
            EngineResult block = new EngineResult(
                    chdb, NativeCall.get(() -> (MemorySegment) chdb.streamFetch.invoke(connection, opened.handle())));
            if (block.error() != null) {
                ended = true;
            }
            block.orThrow();
            if (block.length() == 0) {
                ended = true;
                block.close();
                return null;
            }
            return block;
        }

        @Override
        public void close() {
            if (!ended) {
                ended = true;
                NativeCall.run(() -> chdb.streamCancel.invoke(connection, opened.handle()));
            }
            opened.close();
        }
    }

    private static final class One extends EngineStream {
        private @Nullable EngineResult whole;

        One(EngineResult whole) {
            this.whole = whole;
        }

        @Override
        public @Nullable EngineResult next() {
            EngineResult result = whole;
            whole = null;
            return result;
        }

        @Override
        public void close() {
            if (whole != null) {
                whole.close();
                whole = null;
            }
        }
    }
}
