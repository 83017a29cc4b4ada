package com.nexusai.moderation.store;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;
import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import com.nexusai.moderation.domain.Exposure;
import com.nexusai.moderation.domain.Flooding;
import com.nexusai.schema.moderation.CaseAct;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.UserStanding;
import com.nexusai.schema.serde.JsonSerde;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/** The state of this service. Names are part of changelog topics: never change one in production. */
public final class Stores {
    /** {@code tenant/contentId} → the case. */
    public static final String CASES = "cases";

    /** Pending key → case id, all who wait for a person, in the order of waiting. */
    public static final String PENDING = "pending";

    /** {@code tenant/queue/rank/contentId} → case id, the same by urgency, in each queue and in all together. */
    public static final String QUEUES = "queues";

    /** {@code tenant/name} → a number, of this partition. */
    public static final String COUNTS = "counts";

    /** History key → a line of a case's history. */
    public static final String HISTORY = "history";

    /** Deadline key → the key of the case that has to be looked at then. */
    public static final String DEADLINES = "deadlines";

    /** {@code tenant/contentId/commandId} → what became of the command, for as long as it may be repeated. */
    public static final String OUTCOMES = "outcomes";

    /** {@code tenant/userId} → how the user stands. */
    public static final String USERS = "users";

    /** For how long a command that is given again has the outcome that it had. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    /** {@code tenant/actor}, minute → how much content came of the actor. */
    public static final String PACES = "paces";

    /** {@code tenant/category moderator}, hour → how many such cases the moderator has looked at. */
    public static final String EXPOSURES = "exposures";

    private static final Duration EXPOSURES_KEPT = Duration.ofDays(2);
    private static final Duration PACES_KEPT = Flooding.WINDOW.multipliedBy(3);

    private Stores() {}

    public static StoreBuilder<WindowStore<String, Long>> paces() {
        var store = persistentWindowStore(PACES, PACES_KEPT, Flooding.WINDOW, false);
        return windowStoreBuilder(store, Serdes.String(), Serdes.Long()).withCachingDisabled();
    }

    public static StoreBuilder<WindowStore<String, Long>> exposures() {
        var store = persistentWindowStore(EXPOSURES, EXPOSURES_KEPT, Exposure.WINDOW, false);
        return windowStoreBuilder(store, Serdes.String(), Serdes.Long()).withCachingDisabled();
    }

    public static StoreBuilder<KeyValueStore<String, ModerationCase>> cases() {
        return plain(CASES, Topics.MODERATION_CASES.valueSerde());
    }

    public static StoreBuilder<KeyValueStore<String, String>> pending() {
        return plain(PENDING, Serdes.String());
    }

    public static StoreBuilder<KeyValueStore<String, String>> queues() {
        return plain(QUEUES, Serdes.String());
    }

    /** Cached: few keys, each changed by nearly every command; only the last number of a commit need be written. */
    public static StoreBuilder<KeyValueStore<String, Long>> counts() {
        return keyValueStoreBuilder(persistentKeyValueStore(COUNTS), Serdes.String(), Serdes.Long())
                .withCachingEnabled();
    }

    public static StoreBuilder<KeyValueStore<String, CaseAct>> history() {
        return plain(HISTORY, new JsonSerde<>(CaseAct.class));
    }

    public static StoreBuilder<KeyValueStore<String, String>> deadlines() {
        return plain(DEADLINES, Serdes.String());
    }

    public static StoreBuilder<WindowStore<String, CommandOutcome>> outcomes() {
        return windowStoreBuilder(
                        persistentWindowStore(OUTCOMES, REMEMBERED, Duration.ofMinutes(1), false),
                        Serdes.String(),
                        Topics.MODERATION_OUTCOMES.valueSerde())
                .withCachingDisabled();
    }

    public static StoreBuilder<KeyValueStore<String, UserStanding>> users() {
        return plain(USERS, Topics.MODERATION_SANCTIONS.valueSerde());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> plain(String name, Serde<V> value) {
        return keyValueStoreBuilder(persistentKeyValueStore(name), Serdes.String(), value)
                .withCachingDisabled();
    }
}
