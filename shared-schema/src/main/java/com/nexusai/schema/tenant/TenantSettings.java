package com.nexusai.schema.tenant;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * @param enrichmentsOff which enrichments the tenant does not want
 * @param version grows by one with each change
 * @param updatedBy the id of the key, or the subject of the token, with which they were changed last
 */
public record TenantSettings(
        String tenantId,
        Set<Enrichment> enrichmentsOff,
        Privacy privacy,
        int version,
        Instant updatedAt,
        String updatedBy) {

    public TenantSettings {
        enrichmentsOff =
                enrichmentsOff.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(enrichmentsOff));
    }

    /** Of a tenant that has chosen nothing. */
    public static TenantSettings none(String tenantId) {
        return new TenantSettings(tenantId, Set.of(), Privacy.NONE, 0, Instant.EPOCH, "");
    }
}
