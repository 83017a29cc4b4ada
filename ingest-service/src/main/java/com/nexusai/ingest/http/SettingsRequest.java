package com.nexusai.ingest.http;

import com.nexusai.schema.tenant.Enrichment;
import com.nexusai.schema.tenant.IpTreatment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings as somebody wants them; what is left out is the default.
 *
 * @param version the one that was read; 0 or nothing where there were none
 */
record SettingsRequest(
        @Nullable Set<Enrichment> enrichmentsOff, @Nullable PrivacyRequest privacy, int version) {

    record PrivacyRequest(
            @Nullable IpTreatment ip,
            boolean maskEmails,
            boolean maskPhones,
            @Nullable Set<String> hashedProperties) {}
}
