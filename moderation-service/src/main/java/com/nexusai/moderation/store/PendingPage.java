package com.nexusai.moderation.store;

import com.nexusai.moderation.domain.PendingKey;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A page of a tenant's queue.
 *
 * @param after the key that the page begins behind; null for the first page
 */
public record PendingPage(String tenantId, @Nullable String after, int limit, boolean newestFirst) {
    /** Keys of one partition that the page may need, in its order; it may begin with {@link #after} itself. */
    KeyValueIterator<String, String> scan(ReadOnlyKeyValueStore<String, String> pending) {
        var lowest = PendingKey.prefix(tenantId);
        // the sign after the slash: behind everything with the prefix
        var highest = tenantId + (char) ('/' + 1);
        return newestFirst
                ? pending.reverseRange(lowest, after == null ? highest : after)
                : pending.range(after == null ? lowest : after, highest);
    }

    /** From what several partitions or instances have, that which the page shows. */
    public <T> List<T> first(List<T> waiting, Function<T, PendingKey> key) {
        var oldestFirst = Comparator.comparing((T one) -> key.apply(one).text());
        return waiting.stream()
                .sorted(newestFirst ? oldestFirst.reversed() : oldestFirst)
                .limit(limit)
                .toList();
    }
}
