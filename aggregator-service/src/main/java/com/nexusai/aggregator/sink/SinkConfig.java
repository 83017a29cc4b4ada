package com.nexusai.aggregator.sink;

import com.nexusai.aggregator.sink.clickhouse.Retention;
import com.nexusai.aggregator.sink.flow.SinkSettings;
import com.nexusai.kit.config.Env;
import org.jspecify.annotations.Nullable;

/** @param cluster the ClickHouse cluster on which tables are replicated; null for a single server */
public record SinkConfig(
        SinkSettings batches, Retention retention, @Nullable String cluster) {

    public static SinkConfig from(Env env) {
        var cluster = env.matching("CLICKHOUSE_CLUSTER", "", "[A-Za-z_][A-Za-z0-9_]*", "letters, digits, underscore");
        return new SinkConfig(SinkSettings.from(env), Retention.from(env), cluster.isEmpty() ? null : cluster);
    }
}
