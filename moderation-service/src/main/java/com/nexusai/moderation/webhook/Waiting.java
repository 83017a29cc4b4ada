package com.nexusai.moderation.webhook;

import com.nexusai.schema.moderation.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The deliveries of this instance's partitions that wait to be tried again. */
final class Waiting {
    private record Place(int partition, Delivery delivery) {}

    private final Map<String, Place> waiting = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    /** @param delivery null for one that is delivered */
    synchronized void changed(int partition, String key, @Nullable Delivery delivery) {
        if (delivery == null || delivery.givenUp()) {
            waiting.remove(key);
        } else {
            waiting.put(key, new Place(partition, delivery));
        }
        underWay.remove(key);
    }

    synchronized void forget(int partition) {
        waiting.values().removeIf(place -> place.partition() == partition);
        underWay.retainAll(waiting.keySet());
    }

    /** Those whose time has come, the longest due first; each is handed out once until it changes. */
    synchronized List<Delivery> due(Instant now, int most) {
        var due = new ArrayList<Delivery>();
        waiting.entrySet().stream()
                .filter(entry -> !underWay.contains(entry.getKey())
                        && isDue(entry.getValue().delivery(), now))
                .sorted(Comparator.comparing(
                        entry -> String.valueOf(entry.getValue().delivery().nextAt())))
                .limit(Math.max(0, most))
                .forEach(entry -> {
                    due.add(entry.getValue().delivery());
                    underWay.add(entry.getKey());
                });
        return due;
    }

    /** It could not be written down how it went; it will be tried again. */
    synchronized void putBack(String key) {
        underWay.remove(key);
    }

    synchronized int underWay() {
        return underWay.size();
    }

    private static boolean isDue(Delivery delivery, Instant now) {
        return delivery.nextAt() != null && !now.isBefore(delivery.nextAt());
    }
}
