package com.nexusai.aggregator.topology;

import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.serde.JsonSerde;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The state of both phases. Every store is cached: within one commit a key is written to its changelog once, however
 * many events touched it.
 */
public final class Stores {
    /** Fold: what is to be added to minute cells, since the last flush. */
    public static final String PENDING_DELTAS = "pending-deltas";

    /** Fold: profiles of the actors that live on this partition. */
    public static final String PROFILES = "profiles";

    /** Fold: actors whose profile changed since the last flush. */
    public static final String PENDING_PROFILES = "pending-profiles";

    /** Merge: minute, hour and day cells of the metrics that live on this partition. */
    public static final String CELLS = "cells";

    private Stores() {}

    static StoreBuilder<KeyValueStore<String, Long>> pendingDeltas() {
        return cached(PENDING_DELTAS, Serdes.Long());
    }

    static StoreBuilder<KeyValueStore<String, UserProfile>> profiles() {
        return cached(PROFILES, new JsonSerde<>(UserProfile.class));
    }

    static StoreBuilder<KeyValueStore<String, Long>> pendingProfiles() {
        return cached(PENDING_PROFILES, Serdes.Long());
    }

    static StoreBuilder<KeyValueStore<String, Cell>> cells() {
        return cached(CELLS, new JsonSerde<>(Cell.class));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> cached(String name, Serde<V> values) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled();
    }
}
