package com.nexusai.systemtests.metrics;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import com.nexusai.schema.serde.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the raw rows in ClickHouse. What the aggregator made of them is never looked at. */
final class RawRows implements AutoCloseable {
    /** Holds what the questions share; it is made anew from the raw rows. */
    private static final String DATABASE = "by_sql";

    private static final int PATIENCE_SECONDS = 120;

    private record CellRow(
            String tenant,
            String granularity,
            String dimension,
            long start,
            @Nullable Long count,
            @Nullable BigDecimal sum,
            @Nullable List<Long> values,
            @Nullable List<Ranked> top) {}

    private record Line(String line) {}

    private final Client client;

    RawRows(String clickHouseUrl) {
        this.client = new Client.Builder()
                .addEndpoint(clickHouseUrl)
                .setUsername("default")
                .setPassword("")
                .setSocketTimeout(PATIENCE_SECONDS, ChronoUnit.SECONDS)
                .build();
    }

    /** To be called again when there are new rows. */
    void prepare() {
        execute("DROP DATABASE IF EXISTS " + DATABASE, "default");
        execute("CREATE DATABASE " + DATABASE, "default");
        for (var statement : MetricSql.base()) {
            execute(statement, DATABASE);
        }
    }

    Map<CellId, Figures> answer(MetricSql metric) {
        var sql = "SELECT * REPLACE (toUnixTimestamp(start) AS start) FROM (\n" + metric.sql() + ")";
        var cells = new HashMap<CellId, Figures>();
        for (var row : rows(sql, CellRow.class)) {
            var start = Instant.ofEpochSecond(row.start);
            var id = new CellId(row.tenant, metric.metric(), row.granularity, row.dimension, start);
            if (cells.put(id, new Figures(row.count, row.sum, row.values, row.top)) != null) {
                throw new IllegalStateException("the SQL of " + metric.metric() + " answers twice for " + id);
            }
        }
        return cells;
    }

    List<Profile> profiles() {
        return rows(MetricSql.named("profiles"), Profile.class);
    }

    List<SessionSpan> sessions() {
        return rows(MetricSql.named("sessions"), SessionSpan.class);
    }

    /** All events of somebody who was active in the window of a cell: of the one with the fewest. */
    String eventsBehind(CellId cell) {
        var sql = """
                SELECT concat('    ', toString(at), ' ', actor, ' ', type, ' ', event_id, ' session ', session_id, \
                ' tokens ', ifNull(toString(tokens), '-'), ' amount ', ifNull(toString(amount), '-')) AS line
                FROM facts
                WHERE tenant = '%s' AND actor = (
                    SELECT actor FROM facts WHERE tenant = '%s' AND actor IN (
                        SELECT actor FROM event_windows
                        WHERE tenant = '%s' AND granularity = '%s' AND start = toDateTime(%d, 'UTC') AND actor != '')
                    GROUP BY actor ORDER BY count(), actor LIMIT 1)
                ORDER BY at LIMIT 50""".formatted(
                        cell.tenant(),
                        cell.tenant(),
                        cell.tenant(),
                        cell.granularity(),
                        cell.start().getEpochSecond());
        return rows(sql, Line.class).stream().map(line -> line.line + "\n").collect(Collectors.joining());
    }

    private <T> List<T> rows(String sql, Class<T> type) {
        return rows(sql, type, DATABASE);
    }

    @SuppressWarnings("try") // the client declares close() with any exception; it does not wait in it
    <T> List<T> rows(String sql, Class<T> type, String database) {
        var settings = new QuerySettings().setDatabase(database).setFormat(ClickHouseFormat.JSONEachRow);
        try (var response = client.query(sql, settings).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                var rows = Json.MAPPER.readerFor(type).<T>readValues(response.getInputStream())) {
            return rows.readAll(new ArrayList<>());
        } catch (Exception failure) {
            throw new IllegalStateException("ClickHouse does not answer:\n" + sql, failure);
        }
    }

    void execute(String sql, String database) {
        try {
            client.query(sql, new QuerySettings().setDatabase(database))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .close();
        } catch (Exception failure) {
            throw new IllegalStateException("ClickHouse does not do this:\n" + sql, failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
