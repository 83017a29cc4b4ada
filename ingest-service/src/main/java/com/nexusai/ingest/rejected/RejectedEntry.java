package com.nexusai.ingest.rejected;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in memory of a rejected event; its bytes stay on the topic.
 *
 * @param field the field at fault, if it is one
 * @param source the door it came through: {@code http}, {@code segment} … or {@code kafka}
 * @param producer the key with which it came, where that is known
 */
public record RejectedEntry(
        RejectedId id,
        String tenantId,
        String eventId,
        String code,
        @Nullable String field,
        String detail,
        String source,
        @Nullable String producer,
        Instant rejectedAt,
        int bytes) {

    static final Comparator<RejectedEntry> OLDEST_FIRST = Comparator.comparing(RejectedEntry::rejectedAt)
            .thenComparingInt(entry -> entry.id().partition())
            .thenComparingLong(entry -> entry.id().offset());
}
