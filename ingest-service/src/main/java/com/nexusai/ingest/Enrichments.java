package com.nexusai.ingest;

import com.nexusai.ingest.enrich.Enricher;
import com.nexusai.ingest.enrich.GeoDatabase;
import com.nexusai.ingest.enrich.UserAgents;
import com.nexusai.ingest.settings.Settings;
import com.nexusai.kit.lifecycle.CannotStart;
import com.nexusai.kit.lifecycle.Lifecycle;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens what enrichment needs. */
final class Enrichments {
    private static final int REMEMBERED_AGENTS = 20_000;

    private Enrichments() {}

    static Enricher open(
            IngestConfig config, Settings settings, InstantSource clock, MeterRegistry meters, Lifecycle lifecycle) {
        var agents = new UserAgents(REMEMBERED_AGENTS, config.newAgents(), clock, meters);
        return new Enricher(settings, agents, places(config, lifecycle));
    }

    private static @Nullable GeoDatabase places(IngestConfig config, Lifecycle lifecycle) {
        var file = config.geoDatabase();
        if (file == null) {
            return null;
        }
        try {
            return lifecycle.closeLater(GeoDatabase.open(file));
        } catch (IOException | RuntimeException unusable) {
            throw new CannotStart(
                    "INGEST_GEO_DATABASE " + file + " cannot be opened: " + unusable.getMessage(), unusable);
        }
    }
}
