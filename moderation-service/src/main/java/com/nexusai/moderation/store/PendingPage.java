package com.nexusai.moderation.store;

import com.nexusai.moderation.domain.PendingKey;
import com.nexusai.moderation.domain.SecondLooks;
import com.nexusai.moderation.domain.Waits;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Handling;
import com.nexusai.schema.moderation.ModerationCase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A page of those who wait.
 *
 * @param queue whose line it is, by urgency; null for the line of all, by time
 * @param after the key that the page begins behind; null for the first page
 * @param only the state that is asked for; null for all
 */
public record PendingPage(
        String tenantId,
        @Nullable String queue,
        @Nullable String after,
        int limit,
        boolean newestFirst,
        @Nullable CaseState only) {

    /** The most urgent of a queue. */
    public static PendingPage urgent(String tenantId, String queue, int limit) {
        return new PendingPage(tenantId, queue, null, limit, false, null);
    }

    /** What all keys of the line begin with, without the slash. */
    public String line() {
        return queue == null ? tenantId : PendingKey.line(tenantId, queue);
    }

    String store() {
        return queue == null ? Stores.PENDING : Stores.QUEUES;
    }

    /** The place in the line. */
    public PendingKey key(String contentId, Instant decidedAt, Handling handling) {
        var wait = handling.waiting();
        var since = wait == null ? decidedAt : queue == null ? wait.since() : wait.rank();
        return new PendingKey(line(), since, contentId);
    }

    PendingKey key(ModerationCase one) {
        return key(one.contentId(), one.decision().decidedAt(), one.handling());
    }

    boolean takes(ModerationCase one) {
        if (Waits.SECOND_LOOKS.equals(queue)) {
            return SecondLooks.awaited(one);
        }
        return switch (one.state()) {
            // it may have been decided, or claimed, since the key was read
            case PENDING, ESCALATED, APPEALED -> only == null || one.state() == only;
            default -> false;
        };
    }

    /** Keys of one partition that the page may need, in its order; it may begin with {@link #after} itself. */
    KeyValueIterator<String, String> scan(ReadOnlyKeyValueStore<String, String> pending) {
        var lowest = PendingKey.prefix(line());
        // the sign after the slash: behind everything with the prefix
        var highest = line() + (char) ('/' + 1);
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
