package com.nexusai.query;

import com.nexusai.kit.config.ClickHouseConfig;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.RedisConfig;
import com.nexusai.kit.config.ServiceConfig;
import java.time.Duration;
import org.apache.kafka.streams.state.HostInfo;

/**
 * What query-service is configured with.
 *
 * @param timeBudget what one question to ClickHouse may take
 * @param peerTimeout how long a peer may take before the next copy is tried
 */
record QueryConfig(
        ServiceConfig service,
        ClickHouseConfig clickHouse,
        RedisConfig redis,
        Duration timeBudget,
        Duration peerTimeout) {
    static final String NAME = "query-service";

    private static final int DEFAULT_PORT = 8084;

    static QueryConfig from(Env env) {
        var config = new QueryConfig(
                ServiceConfig.from(env, NAME, DEFAULT_PORT),
                ClickHouseConfig.from(env),
                RedisConfig.from(env),
                env.millis(
                        "QUERY_TIME_BUDGET_MS", Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(5)),
                env.millis(
                        "QUERY_PEER_TIMEOUT_MS", Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(1)));
        env.check();
        return config;
    }

    /** Where peers reach this instance, as Streams tells it to them. */
    HostInfo self() {
        return HostInfo.buildFromEndpoint(service.streams().applicationServer());
    }
}
