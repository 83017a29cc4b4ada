package com.nexusai.ingest;

import com.nexusai.ingest.domain.Limits;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param dedupeWindow for how long a second event with the same id is known as a duplicate
 * @param maxEvents how many events one request may carry
 * @param geoDatabase a file in MaxMind's format, if there is one
 * @param newAgents how many user agents that were not seen before a tenant may bring a second
 * @param rejectedEvents how many rejected events the workbench knows
 * @param privacySecret from which each tenant's secret is derived; null where nothing can be hashed
 */
record IngestConfig(
        ServiceConfig service,
        Limits limits,
        Duration dedupeWindow,
        int maxEvents,
        @Nullable Path geoDatabase,
        int newAgents,
        int rejectedEvents,
        @Nullable String privacySecret) {
    private static final int SHORTEST_SECRET = 32;

    static IngestConfig from(Env env) {
        var defaults = Limits.DEFAULT;
        var config = new IngestConfig(
                ServiceConfig.from(env, "ingest-service", 8081),
                new Limits(
                        env.integer("INGEST_MAX_EVENT_BYTES", defaults.maxEventBytes(), 256, 900_000),
                        env.millis("INGEST_MAX_AGE_MS", defaults.maxAge(), Duration.ZERO, Duration.ofDays(3650)),
                        env.millis("INGEST_MAX_FUTURE_MS", defaults.maxFuture(), Duration.ZERO, Duration.ofDays(1))),
                env.millis("INGEST_DEDUPE_WINDOW_MS", Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofDays(30)),
                env.integer("INGEST_MAX_EVENTS", 5000, 1, 100_000),
                path(env.optional("INGEST_GEO_DATABASE")),
                env.integer("INGEST_NEW_USER_AGENTS", 50, 1, 100_000),
                env.integer("INGEST_REJECTED_EVENTS", 100_000, 100, 5_000_000),
                env.secret("INGEST_PRIVACY_SECRET"));
        if (config.privacySecret() != null && config.privacySecret().length() < SHORTEST_SECRET) {
            env.fault("INGEST_PRIVACY_SECRET", "must have at least " + SHORTEST_SECRET + " characters");
        }
        env.check();
        return config;
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }
}
