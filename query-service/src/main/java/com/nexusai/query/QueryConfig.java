package com.nexusai.query;

import com.nexusai.kit.config.ClickHouseConfig;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.RedisConfig;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.query.domain.CellLives;
import java.time.Duration;
import org.apache.kafka.streams.state.HostInfo;

/**
 * What query-service is configured with.
 *
 * @param timeBudget what one question to ClickHouse may take
 * @param rowBudget how many rows one question to ClickHouse may read
 * @param lives how long the aggregator keeps cells
 * @param peerTimeout how long a peer may take before the next copy is tried
 * @param cacheLife how long answers of ClickHouse are kept in Redis; nothing for not at all
 * @param consoleIngestUrl where the console's browser reaches ingest-service; empty where it does not
 */
record QueryConfig(
        ServiceConfig service,
        ClickHouseConfig clickHouse,
        RedisConfig redis,
        Duration timeBudget,
        long rowBudget,
        CellLives lives,
        Duration peerTimeout,
        Duration cacheLife,
        String consoleIngestUrl) {
    static final String NAME = "query-service";

    private static final int DEFAULT_PORT = 8084;

    static QueryConfig from(Env env) {
        var config = new QueryConfig(
                ServiceConfig.from(env, NAME, DEFAULT_PORT),
                ClickHouseConfig.from(env),
                RedisConfig.from(env),
                env.millis(
                        "QUERY_TIME_BUDGET_MS", Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(5)),
                env.integer("QUERY_ROW_BUDGET_MILLIONS", 500, 1, 100_000) * 1_000_000L,
                new CellLives(
                        hours(env, "MINUTE_CELLS_LIVE_HOURS", CellLives.USUAL.minutes()),
                        hours(env, "HOUR_CELLS_LIVE_HOURS", CellLives.USUAL.hours()),
                        hours(env, "DAY_CELLS_LIVE_HOURS", CellLives.USUAL.days())),
                env.millis(
                        "QUERY_PEER_TIMEOUT_MS", Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(1)),
                Duration.ofSeconds(env.integer("QUERY_CACHE_SECONDS", 10, 0, 3600)),
                env.matching(
                        "CONSOLE_INGEST_URL",
                        "",
                        "|https?://[A-Za-z0-9.:\\[\\]-]+",
                        "an origin such as https://ingest.example, without a path"));
        env.check();
        return config;
    }

    /** Where peers reach this instance, as Streams tells it to them. */
    HostInfo self() {
        return HostInfo.buildFromEndpoint(service.streams().applicationServer());
    }

    private static Duration hours(Env env, String name, Duration usual) {
        return Duration.ofHours(env.number(name, usual.toHours(), 1, 24L * 3660));
    }
}
