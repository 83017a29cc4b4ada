package com.nexusai.query.store.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QuerySettings;
import com.nexusai.kit.config.ClickHouseConfig;
import com.nexusai.query.domain.Breakdown;
import com.nexusai.query.domain.EventPage;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.StoredEvent;
import com.nexusai.query.store.History;
import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceAway;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** History in ClickHouse, through its own client. */
public final class ClickHouseHistory implements History, AutoCloseable {
    private static final int MAX_CONNECTIONS = 16;
    private static final long PAGE_BYTES = 4_000_000;
    private static final int TIMEOUT_EXCEEDED = 159;
    private static final int TOO_SLOW = 160;

    private final Client client;
    private final Duration budget;

    public ClickHouseHistory(Client client, Duration budget) {
        this.client = client;
        this.budget = budget;
    }

    /** @param budget time that one question may take, at the server and at the client */
    public static ClickHouseHistory connect(ClickHouseConfig config, Duration budget) {
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
        return new ClickHouseHistory(client, budget);
    }

    @Override
    @SuppressWarnings("try") // the client declares close() with any exception; it does not wait in it
    public EventPage events(EventQuestion question, Optional<StoredEvent.Position> after, int limit) {
        // one more than asked for tells whether there is another page
        var query = EventQueries.page(question, after, limit + 1);
        // row by row: a page of large events is full long before all its rows would fit into memory
        try (var response = client.query(query.sql(), query.parameters(), settings())
                        .join();
                var rows = client.newBinaryFormatReader(response)) {
            return EventPage.fill(new EventRows(rows), limit, PAGE_BYTES);
        } catch (Exception failure) {
            throw away(failure);
        }
    }

    @Override
    public Breakdown counts(EventQuestion question) {
        var counts = new HashMap<String, Long>();
        ask(EventQueries.counts(question)).forEach(row -> counts.put(row.getString("type"), row.getLong("events")));
        return new Breakdown(counts);
    }

    @Override
    public Optional<Instant> newest(String tenantId, Instant now) {
        return ask(EventQueries.newest(tenantId, now)).stream()
                .findFirst()
                .map(row -> Instant.ofEpochMilli(row.getLong("received_millis")));
    }

    /** @throws SourceAway if it does not answer */
    public void ping() {
        ask(new EventQueries("SELECT 1", Map.of()));
    }

    private List<GenericRecord> ask(EventQueries query) {
        try {
            return client.queryAll(query.sql(), query.parameters(), settings());
        } catch (RuntimeException failure) {
            throw away(failure);
        }
    }

    private QuerySettings settings() {
        return new QuerySettings().setMaxExecutionTime(Math.toIntExact(Math.max(1, budget.toSeconds())));
    }

    private static SourceAway away(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException fault
                    && (fault.getCode() == TIMEOUT_EXCEEDED || fault.getCode() == TOO_SLOW)) {
                return SourceAway.outOfTime(Source.CLICKHOUSE, failure);
            }
            if (cause instanceof java.net.SocketTimeoutException) {
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
