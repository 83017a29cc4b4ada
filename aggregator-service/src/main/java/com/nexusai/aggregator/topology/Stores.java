package com.nexusai.aggregator.topology;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The state of both phases. The processors keep what they work on in memory and write it here before each commit, so no
 * store needs a cache of Streams'.
 */
public final class Stores {
    /** Fold: all that is known of the actors that live on this partition. */
    public static final String ACTORS = "actors";

    /** Fold: what was added up and is not sent on; empty after nearly every commit. */
    public static final String PENDING_DELTAS = "pending-deltas";

    /** Fold: actors whose profile and sessions are to be sent on; empty after nearly every commit. */
    public static final String ACTORS_DUE = "actors-due";

    /** Fold: rings before each commit. */
    public static final String FOLD_COMMITS = "fold-commits";

    /** Merge: the cells of the metrics that live on this partition. */
    public static final String CELLS = "cells";

    /** Merge: how many dimensions a metric has in a window. */
    public static final String WIDTHS = "widths";

    /** Merge: cells that are to be sent on; empty after nearly every commit. */
    public static final String CELLS_DUE = "cells-due";

    /** Merge: rings before each commit. */
    public static final String MERGE_COMMITS = "merge-commits";

    public static final List<String> ALL =
            List.of(ACTORS, PENDING_DELTAS, ACTORS_DUE, FOLD_COMMITS, CELLS, WIDTHS, CELLS_DUE, MERGE_COMMITS);

    private Stores() {}

    static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return keyValueStoreBuilder(persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }
}
