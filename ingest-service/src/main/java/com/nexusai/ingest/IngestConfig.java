package com.nexusai.ingest;

import com.nexusai.ingest.domain.Limits;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import java.time.Duration;

/**
 * @param dedupeWindow for how long a second event with the same id is known as a duplicate
 * @param maxEvents how many events one request may carry
 */
record IngestConfig(ServiceConfig service, Limits limits, Duration dedupeWindow, int maxEvents) {

    static IngestConfig from(Env env) {
        var defaults = Limits.DEFAULT;
        var config = new IngestConfig(
                ServiceConfig.from(env, "ingest-service", 8081),
                new Limits(
                        env.integer("INGEST_MAX_EVENT_BYTES", defaults.maxEventBytes(), 256, 900_000),
                        env.millis("INGEST_MAX_AGE_MS", defaults.maxAge(), Duration.ZERO, Duration.ofDays(3650)),
                        env.millis("INGEST_MAX_FUTURE_MS", defaults.maxFuture(), Duration.ZERO, Duration.ofDays(1))),
                env.millis("INGEST_DEDUPE_WINDOW_MS", Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofDays(30)),
                env.integer("INGEST_MAX_EVENTS", 5000, 1, 100_000));
        env.check();
        return config;
    }
}
