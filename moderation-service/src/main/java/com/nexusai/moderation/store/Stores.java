package com.nexusai.moderation.store;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.topic.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The state of this service. Names are part of changelog topics: never change one in production. */
public final class Stores {
    /** {@code tenant/contentId} → the case. */
    public static final String CASES = "cases";

    /** Pending key → case id, the queue of those who wait for a person. */
    public static final String PENDING = "pending";

    /** {@code tenant/name} → a number, of this partition. */
    public static final String COUNTS = "counts";

    private Stores() {}

    public static StoreBuilder<KeyValueStore<String, ModerationCase>> cases() {
        var topic = Topics.MODERATION_CASES;
        return keyValueStoreBuilder(persistentKeyValueStore(CASES), topic.keySerde(), topic.valueSerde())
                .withCachingDisabled();
    }

    public static StoreBuilder<KeyValueStore<String, String>> pending() {
        return keyValueStoreBuilder(persistentKeyValueStore(PENDING), Serdes.String(), Serdes.String())
                .withCachingDisabled();
    }

    /** Cached: few keys, each changed by nearly every command; only the last number of a commit need be written. */
    public static StoreBuilder<KeyValueStore<String, Long>> counts() {
        return keyValueStoreBuilder(persistentKeyValueStore(COUNTS), Serdes.String(), Serdes.Long())
                .withCachingEnabled();
    }
}
