package com.nexusai.benchmarks.aggregator.fresh;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.topic.Partitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Events whose way can be followed. Each partition has one actor with a type of its own, and one partition keeps its
 * order: so when the cell of that type and minute has reached n, the first n probes of the minute are in it, and no
 * sooner.
 */
public final class Probes {
    static final String TENANT = "probe";
    private static final String TYPE = "PROBE_";

    private record CellName(String type, Instant minute) {}

    private static final class Waiting {
        private final List<Long> appended = new ArrayList<>();
        private int counted;
    }

    private final String[] actors;
    private final Map<CellName, Waiting> cells = new HashMap<>();

    public Probes(int partitions) {
        this.actors = IntStream.range(0, partitions)
                .mapToObj(partition -> actorOn(partition, partitions))
                .toArray(String[]::new);
    }

    private static String actorOn(int partition, int partitions) {
        return IntStream.iterate(0, next -> next + 1)
                .mapToObj(number -> "probe-" + number)
                .filter(actor -> Partitions.of(TENANT + "/" + actor, partitions) == partition)
                .findFirst()
                .orElseThrow();
    }

    public Event next(int partition, Instant now) {
        return new Event(
                UUID.randomUUID().toString(),
                TENANT,
                TYPE + partition,
                actors[partition],
                null,
                null,
                now,
                now,
                RawJson.EMPTY_OBJECT,
                RawJson.EMPTY_OBJECT,
                null,
                Map.of());
    }

    /** In the order in which the probes of one partition lie on it. */
    public synchronized void appended(Event probe, long atMillis) {
        var minute = Granularity.MINUTE.start(probe.timestamp());
        waiting(probe.type(), minute).appended.add(atMillis);
    }

    /** @return how long each probe took that this cell shows for the first time */
    public synchronized List<Long> seen(String type, Instant minute, long count, long atMillis) {
        var waiting = waiting(type, minute);
        var took = new ArrayList<Long>();
        while (waiting.counted < Math.min(count, waiting.appended.size())) {
            took.add(atMillis - waiting.appended.get(waiting.counted++));
        }
        return took;
    }

    /** Probes that no cell has shown yet. */
    public synchronized long missing() {
        return cells.values().stream()
                .mapToLong(waiting -> waiting.appended.size() - waiting.counted)
                .sum();
    }

    private Waiting waiting(String type, Instant minute) {
        return cells.computeIfAbsent(new CellName(type, minute), unknown -> new Waiting());
    }

    /** The type that a cell counts, null where it is no cell of a probe. */
    static @Nullable String typeOf(String dimension) {
        return dimension.startsWith(TYPE) ? dimension : null;
    }
}
