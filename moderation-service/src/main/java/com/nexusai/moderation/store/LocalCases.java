package com.nexusai.moderation.store;

import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.ExposureKey;
import com.nexusai.moderation.domain.Histories;
import com.nexusai.moderation.domain.HistoryKey;
import com.nexusai.moderation.domain.PendingKey;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.CaseAct;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.UserStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.jspecify.annotations.Nullable;

/** What this instance holds. While its tasks move, it says so (503) rather than answer with a part of it. */
public final class LocalCases {
    private static final Duration UNTIL_MOVED = Duration.ofSeconds(2);

    private final KafkaStreams streams;

    public LocalCases(KafkaStreams streams) {
        this.streams = streams;
    }

    public @Nullable ModerationCase find(String tenantId, String contentId, int partition) {
        return whileServing(
                () -> this.<ModerationCase>store(Stores.CASES, partition).get(EventKey.of(tenantId, contentId)));
    }

    /** The cases that wait, in the order of the page and no more of them than it takes. */
    public List<ModerationCase> pending(PendingPage page) {
        return whileServing(() -> {
            var waiting = new ArrayList<ModerationCase>();
            for (int partition : partitions()) {
                collect(page, partition, waiting);
            }
            return page.first(waiting, page::key);
        });
    }

    /** All that has happened to the case, in order. */
    public List<CaseAct> history(ModerationCase known, int partition) {
        return whileServing(() -> {
            var key = EventKey.of(known.tenantId(), known.contentId());
            var lines = new ArrayList<CaseAct>();
            ReadOnlyKeyValueStore<String, CaseAct> store = store(Stores.HISTORY, partition);
            try (var found = store.range(HistoryKey.first(key), HistoryKey.last(key))) {
                while (found.hasNext()) {
                    var line = found.next();
                    if (HistoryKey.isOf(key, line.key)) {
                        lines.add(line.value);
                    }
                }
            }
            return lines.isEmpty() ? List.of(Histories.opening(known)) : lines;
        });
    }

    /** @param key {@code tenant/userId} */
    public @Nullable UserStanding user(String key, int partition) {
        return whileServing(
                () -> this.<UserStanding>store(Stores.USERS, partition).get(key));
    }

    /** Every case of a tenant, and no more than so many. */
    public void each(String tenantId, long most, Consumer<ModerationCase> visitor) {
        whileServing(() -> {
            long left = most;
            for (int partition : partitions()) {
                ReadOnlyKeyValueStore<String, ModerationCase> cases = store(Stores.CASES, partition);
                try (var found = cases.prefixScan(
                        EventKey.of(tenantId, ""), Serdes.String().serializer())) {
                    for (; found.hasNext() && left > 0; left--) {
                        visitor.accept(found.next().value);
                    }
                }
            }
            return left;
        });
    }

    /** The numbers of a tenant, by name. */
    public Map<String, Long> counts(String tenantId) {
        return whileServing(() -> {
            var counts = new TreeMap<String, Long>();
            for (int partition : partitions()) {
                add(tenantId, partition, counts);
            }
            return counts;
        });
    }

    /** How often each moderator has looked at what, in windows that begin within the time. */
    public Map<String, Map<String, Long>> exposures(String tenantId, Instant from, Instant to) {
        return whileServing(() -> {
            var exposures = new TreeMap<String, Map<String, Long>>();
            for (int partition : partitions()) {
                ReadOnlyWindowStore<String, Long> store = windows(Stores.EXPOSURES, partition);
                try (var found = store.fetchAll(from, to)) {
                    while (found.hasNext()) {
                        var one = found.next();
                        var key = ExposureKey.of(tenantId, one.key.key());
                        if (key != null) {
                            exposures
                                    .computeIfAbsent(key.moderator(), name -> new TreeMap<>())
                                    .merge(key.label(), one.value, Long::sum);
                        }
                    }
                }
            }
            return exposures;
        });
    }

    private void collect(PendingPage page, int partition, List<ModerationCase> waiting) {
        ReadOnlyKeyValueStore<String, ModerationCase> cases = store(Stores.CASES, partition);
        int full = waiting.size() + page.limit();
        try (var keys = page.scan(store(page.store(), partition))) {
            while (keys.hasNext() && waiting.size() < full) {
                var key = keys.next().key;
                var contentId = PendingKey.contentIdOf(page.line(), key);
                if (contentId == null || key.equals(page.after())) {
                    continue;
                }
                var found = cases.get(EventKey.of(page.tenantId(), contentId));
                if (found != null && page.takes(found)) {
                    waiting.add(found);
                }
            }
        }
    }

    private void add(String tenantId, int partition, Map<String, Long> counts) {
        var prefix = PendingKey.prefix(tenantId);
        ReadOnlyKeyValueStore<String, Long> store = store(Stores.COUNTS, partition);
        try (var found = store.prefixScan(prefix, Serdes.String().serializer())) {
            while (found.hasNext()) {
                var count = found.next();
                counts.merge(count.key.substring(prefix.length()), count.value, Long::sum);
            }
        }
    }

    private <V> ReadOnlyKeyValueStore<String, V> store(String name, int partition) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
                .withPartition(partition));
    }

    private <V> ReadOnlyWindowStore<String, V> windows(String name, int partition) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>windowStore())
                .withPartition(partition));
    }

    private Set<Integer> partitions() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(Owners::isCommands)
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }

    private <T extends @Nullable Object> T whileServing(Supplier<T> read) {
        // a client that has not started has no partitions, which must not pass for no cases
        if (!streams.state().isRunningOrRebalancing()) {
            throw moving();
        }
        try {
            return read.get();
        } catch (InvalidStateStoreException | IllegalStateException notServing) {
            throw moving();
        }
    }

    static Problem moving() {
        return Problem.unavailable("The cases are being moved between instances or restored.", UNTIL_MOVED);
    }
}
