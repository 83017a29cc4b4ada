package com.nexusai.query.processor;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far each store has been filled by its processor since this instance took it over. Written by one thread a partition. */
public final class Applied {
    private final Map<Key, Last> last = new ConcurrentHashMap<>();

    private record Key(String store, int partition) {}

    /**
     * The newest record that a store holds.
     *
     * @param nextOffset one after that of the record
     * @param writtenAt the record's timestamp
     */
    public record Last(long nextOffset, Instant writtenAt) {}

    public void note(String store, int partition, long offset, long timestamp) {
        last.put(new Key(store, partition), new Last(offset + 1, Instant.ofEpochMilli(timestamp)));
    }

    /** For a copy that comes anew: what was applied to its forerunner says nothing of it. */
    void forget(String store, int partition) {
        last.remove(new Key(store, partition));
    }

    public Optional<Last> last(String store, int partition) {
        return Optional.ofNullable(last.get(new Key(store, partition)));
    }
}
