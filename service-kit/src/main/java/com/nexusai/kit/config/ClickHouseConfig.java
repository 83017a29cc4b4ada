package com.nexusai.kit.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where ClickHouse is, for the services that write to it or read from it. */
public record ClickHouseConfig(
        URI url, String user, @Nullable String password, String database) {

    public static ClickHouseConfig from(Env env) {
        return new ClickHouseConfig(
                env.uri("CLICKHOUSE_URL", "http://localhost:8123"),
                env.text("CLICKHOUSE_USER", "default"),
                env.secret("CLICKHOUSE_PASSWORD"),
                env.matching(
                        "CLICKHOUSE_DATABASE", "analytics", "[A-Za-z_][A-Za-z0-9_]*", "letters, digits, underscore"));
    }

    /** The password, which the address may hold too, stays out of logs. */
    @Override
    public String toString() {
        return "ClickHouseConfig[" + url.getHost() + ":" + url.getPort() + ", user=" + user + ", database=" + database
                + "]";
    }
}
