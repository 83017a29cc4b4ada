package com.nexusai.ingest.rejected;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are meant; null for any.
 *
 * @param from and later
 * @param to and not that
 * @param resubmitted whether they have been sent on
 */
public record RejectedFilter(
        @Nullable String code,
        @Nullable String source,
        @Nullable String producer,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean resubmitted) {
    public static final RejectedFilter ALL = new RejectedFilter(null, null, null, null, null, null);

    boolean takes(RejectedEntry entry, boolean isResubmitted) {
        return (code == null || code.equals(entry.code()))
                && (source == null || source.equals(entry.source()))
                && (producer == null || Objects.equals(producer, entry.producer()))
                && (from == null || !entry.rejectedAt().isBefore(from))
                && (to == null || entry.rejectedAt().isBefore(to))
                && (resubmitted == null || resubmitted == isResubmitted);
    }
}
