package com.nexusai.aggregator;

import com.nexusai.aggregator.domain.CellLife;
import com.nexusai.aggregator.sink.SinkConfig;
import com.nexusai.kit.config.ClickHouseConfig;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.RedisConfig;
import com.nexusai.kit.config.ServiceConfig;
import java.time.Duration;

/** @param flushInterval how often the fold sends on what it added up */
record AggregatorConfig(
        ServiceConfig service,
        ClickHouseConfig clickHouse,
        RedisConfig redis,
        SinkConfig sinks,
        Duration flushInterval,
        CellLife cellLife) {

    static AggregatorConfig from(Env env) {
        var config = new AggregatorConfig(
                ServiceConfig.from(env, "aggregator-service", 8082),
                ClickHouseConfig.from(env),
                RedisConfig.from(env),
                SinkConfig.from(env),
                env.millis("AGGREGATOR_FLUSH_MS", Duration.ofMillis(200), Duration.ofMillis(10), Duration.ofMinutes(1)),
                new CellLife(
                        hours(env, "MINUTE_CELLS_LIVE_HOURS", CellLife.DEFAULT.minutes()),
                        hours(env, "HOUR_CELLS_LIVE_HOURS", CellLife.DEFAULT.hours()),
                        hours(env, "DAY_CELLS_LIVE_HOURS", CellLife.DEFAULT.days())));
        env.check();
        return config;
    }

    private static Duration hours(Env env, String name, Duration fallback) {
        return Duration.ofHours(env.number(name, fallback.toHours(), 1, 24L * 3660));
    }
}
