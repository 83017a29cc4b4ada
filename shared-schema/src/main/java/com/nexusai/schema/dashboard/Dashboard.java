package com.nexusai.schema.dashboard;

import com.nexusai.schema.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of charts.
 *
 * @param shares links by which somebody without a credential may read it
 * @param revision grows by one with each change
 * @param updatedBy the id of the key, or the subject of the token, with which it was changed last
 */
public record Dashboard(
        String tenantId,
        String id,
        String title,
        @Nullable String description,
        Layout layout,
        List<Share> shares,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    public Dashboard {
        shares = shares == null ? List.of() : List.copyOf(shares);
    }

    /** The key on its topic. */
    public String key() {
        return EventKey.of(tenantId, id);
    }

    public Dashboard withShares(List<Share> others, Instant at, String by) {
        return new Dashboard(tenantId, id, title, description, layout, others, revision + 1, createdAt, at, by);
    }
}
