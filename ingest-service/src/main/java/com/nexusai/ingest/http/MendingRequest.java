package com.nexusai.ingest.http;

import com.nexusai.ingest.rejected.Mending;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * @param patch a JSON merge patch (RFC 7396) of the event
 * @param event in place of the whole event
 * @param backfill whether its time may lie as far back as it likes
 * @param dryRun of a group: whether only to say what would become of it
 * @param limit of a group: how many at most
 * @param after of a group: {@code next} of the answer before
 */
record MendingRequest(
        @Nullable JsonNode patch,
        @Nullable JsonNode event,
        boolean backfill,
        @Nullable String code,
        @Nullable String source,
        @Nullable String producer,
        boolean dryRun,
        @Nullable Integer limit,
        @Nullable String after) {

    Mending mending() {
        return new Mending(patch, event, backfill);
    }
}
