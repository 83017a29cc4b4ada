package com.nexusai.schema.moderation;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * Where a tenant wants to be told of decisions.
 *
 * @param outcomes of which; none means all
 * @param secretVersion grows by one when the tenant wants another secret; the secret itself is on no topic
 * @param secretSince since when the secret is the one that is valid
 */
public record Webhook(
        String tenantId,
        String name,
        int version,
        URI url,
        Set<Outcome> outcomes,
        boolean enabled,
        int secretVersion,
        Instant secretSince,
        Instant updatedAt,
        String updatedBy) {

    public Webhook {
        outcomes = outcomes == null ? Set.of() : Set.copyOf(outcomes);
    }
}
