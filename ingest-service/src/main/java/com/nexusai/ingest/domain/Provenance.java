package com.nexusai.ingest.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the door knows of an event besides its bytes.
 *
 * @param tenantId the tenant of the producer's credential, which the body cannot change; null for a record on Kafka,
 *     whose writer is trusted to name it
 * @param eventId the id it gets where the producer gave none
 * @param receivedAt when the fleet first saw it
 * @param backfill whether its time may lie as far back as it likes
 */
public record Provenance(@Nullable String tenantId, String eventId, Instant receivedAt, boolean backfill) {
    public Provenance(@Nullable String tenantId, String eventId, Instant receivedAt) {
        this(tenantId, eventId, receivedAt, false);
    }

    /** Of one of the events of a request, whose ids are made from that of the request. */
    public Provenance ofEvent(int index) {
        return index == 0 ? this : new Provenance(tenantId, eventId + '-' + index, receivedAt, backfill);
    }
}
