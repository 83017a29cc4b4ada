package com.nexusai.aggregator.state;

import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Walks through a store in small steps, over and over, so that cleaning up never holds up the work. */
public final class Sweep {
    private static final int STEP = 500;

    private final KeyValueStore<String, byte[]> store;
    private @Nullable String next;

    public Sweep(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Gives some keys, after those of the last step; at the end it starts again. */
    public void step(Consumer<String> key) {
        try (var entries = store.range(next, null)) {
            for (int seen = 0; entries.hasNext(); seen++) {
                var found = entries.next().key;
                if (seen == STEP) {
                    next = found;
                    return;
                }
                key.accept(found);
            }
        }
        next = null;
    }
}
