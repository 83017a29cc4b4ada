package com.nexusai.aggregator.sink.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ConnectionReuseStrategy;
import com.nexusai.kit.config.ClickHouseConfig;
import java.time.temporal.ChronoUnit;

/** The client of the ClickHouse server that the sinks write to. */
public final class ClickHouse {
    private ClickHouse() {}

    public static Client client(ClickHouseConfig config) {
        return new Client.Builder()
                .addEndpoint(config.url().toString())
                .setUsername(config.user())
                .setPassword(config.password() == null ? "" : config.password())
                .setConnectTimeout(5, ChronoUnit.SECONDS)
                .setSocketTimeout(30, ChronoUnit.SECONDS)
                .setConnectionReuseStrategy(ConnectionReuseStrategy.LIFO)
                // the sink tries again itself, with the same deduplication token
                .setMaxRetries(0)
                .setClientName("aggregator-service")
                .build();
    }
}
