package com.nexusai.query.store.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QuerySettings;
import com.nexusai.kit.config.ClickHouseConfig;
import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceAway;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The connections to ClickHouse, and what a question there may cost. */
public final class ClickHouseLink implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 32;
    private static final int TIMEOUT_EXCEEDED = 159;
    /** time, speed, rows, rows or bytes, memory */
    private static final Set<Integer> TOO_MUCH = Set.of(TIMEOUT_EXCEEDED, 160, 158, 396, 241);

    final Client client;
    private final Duration budget;
    private final long rows;

    ClickHouseLink(Client client, Duration budget, long rows) {
        this.client = client;
        this.budget = budget;
        this.rows = rows;
    }

    /**
     * @param budget time that one question may take, at the server and at the client
     * @param rows that one question may read
     */
    public static ClickHouseLink connect(ClickHouseConfig config, Duration budget, long rows) {
        // the server stops first, so that its own message arrives; the client's patience is for when it does not
        long patience = budget.plusSeconds(1).toMillis();
        var client = new Client.Builder()
                .addEndpoint(config.url().toString())
                .setUsername(config.user())
                .setPassword(config.password() == null ? "" : config.password())
                .setDefaultDatabase(config.database())
                .setClientName("query-service")
                .setConnectTimeout(1_000)
                .setSocketTimeout(patience)
                .setMaxRetries(0)
                .setMaxConnections(MAX_CONNECTIONS)
                .build();
        return new ClickHouseLink(client, budget, rows);
    }

    /** @throws SourceAway if it does not answer */
    public void ping() {
        ask(new Sql("SELECT 1", Map.of()));
    }

    List<GenericRecord> ask(Sql sql) {
        try {
            return client.queryAll(sql.text(), sql.parameters(), settings());
        } catch (RuntimeException failure) {
            throw away(failure);
        }
    }

    /** The server itself stops a question that takes too much, also when its caller has hung up. */
    QuerySettings settings() {
        return new QuerySettings()
                .setMaxExecutionTime(Math.toIntExact(Math.max(1, budget.toSeconds())))
                .serverSetting("max_rows_to_read", Long.toString(rows))
                .serverSetting("cancel_http_readonly_queries_on_client_close", "1");
    }

    static SourceAway away(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException fault && TOO_MUCH.contains(fault.getCode())) {
                return SourceAway.outOfTime(Source.CLICKHOUSE, failure);
            }
            if (cause instanceof SocketTimeoutException) {
                return SourceAway.outOfTime(Source.CLICKHOUSE, failure);
            }
        }
        return SourceAway.unreachable(Source.CLICKHOUSE, failure);
    }

    @Override
    public void close() {
        client.close();
    }
}
