package com.nexusai.ingest.gate;

import com.nexusai.ingest.domain.Provenance;
import java.time.Instant;

/**
 * Who brings the events of a request.
 *
 * @param producer the id of the key, or the subject of the token
 * @param backfill whether it may bring events of any age
 */
public record Sender(String tenantId, String producer, boolean backfill) {
    Provenance provenance(String eventId, Instant receivedAt) {
        return new Provenance(tenantId, eventId, receivedAt, backfill);
    }
}
