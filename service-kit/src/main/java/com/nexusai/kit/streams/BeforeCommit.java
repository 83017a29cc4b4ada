package com.nexusai.kit.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Lets a processor keep state in memory between commits and write it to its stores just before each one, so that a key
 * which changed a thousand times is written once. Streams has no such call, but it empties the cache of a cached store
 * at every commit, whatever the reason for it: a one-entry store of that kind, which writes nowhere, is our bell.
 *
 * <p>The work may put into the logged stores of the processor; what it puts is part of the same transaction. It may not
 * forward.
 */
public final class BeforeCommit {
    private static final byte KEY = 0;

    private final String store;
    private final Map<TaskId, BellStore> bells = new ConcurrentHashMap<>();

    /** @param store a name of its own, of a store that the processor must be connected to */
    public BeforeCommit(String store) {
        this.store = store;
    }

    public StoreBuilder<KeyValueStore<Byte, Byte>> store() {
        return Stores.keyValueStoreBuilder(new Bells(), byteSerde(), byteSerde())
                .withCachingEnabled()
                .withLoggingDisabled();
    }

    /** To be called when the processor is initialised, with what it has to do before each commit. */
    public Bell bell(ProcessingContext context, Runnable work) {
        KeyValueStore<Byte, Byte> cached = context.getStateStore(store);
        var bell = bells.get(context.taskId());
        if (bell == null) {
            throw new IllegalStateException("the store " + store + " was not made by this BeforeCommit");
        }
        bell.onRing(work);
        return new Bell(bell, cached);
    }

    /** Set after each change that is in memory only. */
    public static final class Bell {
        private final BellStore bell;
        private final KeyValueStore<Byte, Byte> cached;

        private Bell(BellStore bell, KeyValueStore<Byte, Byte> cached) {
            this.bell = bell;
            this.cached = cached;
        }

        /** There is something to write: the work will be done before it is committed. */
        public void set() {
            if (bell.arm()) {
                cached.put(KEY, KEY);
            }
        }
    }

    private static Serde<Byte> byteSerde() {
        return Serdes.serdeFrom((topic, value) -> new byte[] {value}, (topic, bytes) -> bytes[0]);
    }

    private final class Bells implements KeyValueBytesStoreSupplier {
        @Override
        public String name() {
            return store;
        }

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return new BellStore(store, bells);
        }

        @Override
        public String metricsScope() {
            return "bell";
        }
    }
}
