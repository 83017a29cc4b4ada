package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that could not be delivered yet, or not at all.
 *
 * @param webhook its name
 * @param since when it was tried for the first time
 * @param nextAt when it will be tried again; null when it is given up
 * @param lastError why it failed the last time, in words
 */
public record Delivery(
        String tenantId,
        String webhook,
        Decision decision,
        int attempts,
        Instant since,
        @Nullable Instant nextAt,
        @Nullable String lastError) {

    public boolean givenUp() {
        return nextAt == null;
    }
}
