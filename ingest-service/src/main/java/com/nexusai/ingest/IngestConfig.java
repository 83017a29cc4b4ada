package com.nexusai.ingest;

import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.limit.Quota;
import com.nexusai.ingest.limit.Quotas;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.RedisConfig;
import com.nexusai.kit.config.ServiceConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param dedupeWindow for how long a second event with the same id is known as a duplicate
 * @param maxEvents how many events one request may carry
 * @param redis where instances share rate limits; without it each limits on its own
 * @param tenantInFlightBytes how much of one tenant may wait for Kafka at once
 * @param geoDatabase a file in MaxMind's format, if there is one
 * @param newAgents how many user agents that were not seen before a tenant may bring a second
 * @param rejectedEvents how many rejected events the workbench knows
 * @param privacySecret from which each tenant's secret is derived; null where nothing can be hashed
 */
record IngestConfig(
        ServiceConfig service,
        RedisConfig redis,
        Limits limits,
        Duration dedupeWindow,
        int maxEvents,
        Quotas quotas,
        long tenantInFlightBytes,
        @Nullable Path geoDatabase,
        int newAgents,
        int rejectedEvents,
        @Nullable String privacySecret) {
    private static final int SHORTEST_SECRET = 32;
    private static final long MOST = 1_000_000_000;

    static IngestConfig from(Env env) {
        var defaults = Limits.DEFAULT;
        var config = new IngestConfig(
                ServiceConfig.from(env, "ingest-service", 8081),
                RedisConfig.from(env),
                new Limits(
                        env.integer("INGEST_MAX_EVENT_BYTES", defaults.maxEventBytes(), 256, 900_000),
                        env.millis("INGEST_MAX_AGE_MS", defaults.maxAge(), Duration.ZERO, Duration.ofDays(3650)),
                        env.millis("INGEST_MAX_FUTURE_MS", defaults.maxFuture(), Duration.ZERO, Duration.ofDays(1))),
                env.millis("INGEST_DEDUPE_WINDOW_MS", Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofDays(30)),
                env.integer("INGEST_MAX_EVENTS", 5000, 1, 100_000),
                new Quotas(
                        quota(env, "requests", "INGEST_KEY_REQUESTS_PER_SECOND", 100, "INGEST_KEY_REQUEST_BURST", 20),
                        quota(env, "events", "INGEST_KEY_EVENTS_PER_SECOND", 50_000, "INGEST_KEY_EVENT_BURST", 50_000),
                        quota(
                                env,
                                "tenant-requests",
                                "INGEST_TENANT_REQUESTS_PER_SECOND",
                                1_000,
                                "INGEST_TENANT_REQUEST_BURST",
                                200),
                        quota(
                                env,
                                "tenant-events",
                                "INGEST_TENANT_EVENTS_PER_SECOND",
                                200_000,
                                "INGEST_TENANT_EVENT_BURST",
                                200_000)),
                env.number("INGEST_TENANT_INFLIGHT_BYTES", 16L << 20, 1 << 20, 1L << 30),
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

    private static Quota quota(Env env, String name, String rate, long perSecond, String atOnce, long burst) {
        return new Quota(name, env.number(rate, perSecond, 0, MOST), env.number(atOnce, burst, 1, MOST));
    }
}
