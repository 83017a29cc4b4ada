package com.nexusai.schema.plan;

import com.nexusai.schema.event.EventKey;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * How a tenant's events of one type have to look.
 *
 * @param schema a JSON Schema, 2020-12, of the whole event as it lies on {@code analytics-events-validated}
 * @param version grows by one with each change
 * @param updatedBy the id of the key, or the subject of the token, with which it was changed last
 */
public record TrackingPlan(
        String tenantId,
        String type,
        PlanMode mode,
        JsonNode schema,
        int version,
        Instant updatedAt,
        String updatedBy) {

    /** The key on its topic. */
    public String key() {
        return EventKey.of(tenantId, type);
    }
}
