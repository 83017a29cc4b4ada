package com.nexusai.ingest.http;

import com.nexusai.schema.tenant.Enrichment;
import com.nexusai.schema.tenant.Privacy;
import com.nexusai.schema.tenant.TenantSettings;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings as their tenant sees them; version 0 where it has chosen nothing. */
record SettingsView(
        Set<Enrichment> enrichmentsOff,
        Privacy privacy,
        int version,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy) {

    static SettingsView of(TenantSettings settings) {
        boolean chosen = settings.version() > 0;
        return new SettingsView(
                settings.enrichmentsOff(),
                settings.privacy(),
                settings.version(),
                chosen ? settings.updatedAt() : null,
                chosen ? settings.updatedBy() : null);
    }
}
