package com.nexusai.schema.tenant;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is taken out of events before anybody behind ingest-service sees them.
 *
 * @param maskEmails whether e-mail addresses in texts are masked, wherever but in {@code content}
 * @param maskPhones the same of phone numbers
 * @param hashedProperties names of properties, at any depth, whose values are hashed under the tenant's secret
 */
public record Privacy(IpTreatment ip, boolean maskEmails, boolean maskPhones, Set<String> hashedProperties) {
    public static final Privacy NONE = new Privacy(IpTreatment.KEEP, false, false, Set.of());

    public Privacy {
        hashedProperties = Collections.unmodifiableSet(new TreeSet<>(hashedProperties));
    }

    public boolean hidesNothing() {
        return equals(NONE);
    }

    /** Whether it cannot be had without a secret. */
    public boolean hashes() {
        return ip == IpTreatment.HASH || !hashedProperties.isEmpty();
    }
}
