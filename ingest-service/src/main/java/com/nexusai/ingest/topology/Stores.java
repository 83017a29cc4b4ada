package com.nexusai.ingest.topology;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/** The state of the ingest topology. */
public final class Stores {
    /** When an event id was first seen, per actor. */
    public static final String SEEN = "seen-events";

    /** How many records came in and what became of them, per partition. */
    public static final String LEDGER = "ledger";

    /** Rung before each commit, when the ledger is written. */
    static final String ADMIT_COMMITS = "admit-commits";

    static final String DEDUPE_COMMITS = "dedupe-commits";

    private Stores() {}

    static StoreBuilder<WindowStore<String, Long>> seen(Duration window) {
        var retention = window.multipliedBy(2);
        return org.apache.kafka.streams.state.Stores.windowStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentWindowStore(SEEN, retention, window, false),
                        Serdes.String(),
                        Serdes.Long())
                .withCachingDisabled();
    }

    static StoreBuilder<KeyValueStore<String, Long>> ledger() {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(LEDGER),
                        Serdes.String(),
                        Serdes.Long())
                .withCachingDisabled();
    }
}
