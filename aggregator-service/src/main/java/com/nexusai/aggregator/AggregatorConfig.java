package com.nexusai.aggregator;

import com.nexusai.aggregator.domain.CellLife;
import com.nexusai.aggregator.processor.Pace;
import com.nexusai.aggregator.sink.SinkConfig;
import com.nexusai.kit.config.ClickHouseConfig;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.RedisConfig;
import com.nexusai.kit.config.ServiceConfig;
import java.time.Duration;

/** @param pace how often the two phases send on what they added up */
record AggregatorConfig(
        ServiceConfig service,
        ClickHouseConfig clickHouse,
        RedisConfig redis,
        SinkConfig sinks,
        Pace pace,
        CellLife cellLife) {

    static AggregatorConfig from(Env env) {
        var config = new AggregatorConfig(
                ServiceConfig.from(env, "aggregator-service", 8082),
                ClickHouseConfig.from(env),
                RedisConfig.from(env),
                SinkConfig.from(env),
                pace(env),
                new CellLife(
                        hours(env, "MINUTE_CELLS_LIVE_HOURS", CellLife.DEFAULT.minutes()),
                        hours(env, "HOUR_CELLS_LIVE_HOURS", CellLife.DEFAULT.hours()),
                        hours(env, "DAY_CELLS_LIVE_HOURS", CellLife.DEFAULT.days())));
        env.check();
        return config;
    }

    private static Pace pace(Env env) {
        var usual = Pace.DEFAULT;
        return new Pace(
                env.millis("AGGREGATOR_FLUSH_MS", usual.pause(), Duration.ofMillis(10), Duration.ofMinutes(1)),
                env.millis(
                        "AGGREGATOR_CATCH_UP_FLUSH_MS",
                        usual.longPause(),
                        Duration.ofMillis(10),
                        Duration.ofMinutes(1)),
                env.integer("AGGREGATOR_ACTORS_IN_MEMORY", usual.actorsInMemory(), 1, 10_000_000),
                env.integer("AGGREGATOR_CELLS_IN_MEMORY", usual.cellsInMemory(), 1, 10_000_000));
    }

    private static Duration hours(Env env, String name, Duration fallback) {
        return Duration.ofHours(env.number(name, fallback.toHours(), 1, 24L * 3660));
    }
}
