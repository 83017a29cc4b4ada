package com.nexusai.systemtests.metrics;

import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import com.nexusai.devstack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A few rows in the real tables of the real engine, so that a person can say what SQL must answer. */
final class HandMadeRows {
    private static final class Engine {
        /** One for all tests; it ends with the JVM. */
        private static final DevStack STACK = DevStack.start(
                DevStackConfig.in(Path.of("target", "hand-made-rows")).with(Part.CLICKHOUSE));

        private static final RawRows ROWS = new RawRows(STACK.clickHouseUrl());
    }

    private static final List<String> SCHEMA = schema();

    private HandMadeRows() {}

    static RawRows of(RawEvent... events) throws Exception {
        var rows = empty();
        for (int i = 0; i < events.length; i++) {
            rows.execute(
                    "INSERT INTO events " + RawEvent.COLUMNS + " VALUES " + events[i].values("e-" + i), "analytics");
        }
        rows.prepare();
        return rows;
    }

    static RawRows empty() throws Exception {
        var rows = Engine.ROWS;
        rows.execute("DROP DATABASE IF EXISTS analytics", "default");
        rows.execute("CREATE DATABASE analytics", "default");
        for (var file : SCHEMA) {
            rows.execute(file, "analytics");
        }
        // the rows have dates of their own, which must not grow too old
        for (var table : List.of("events", "moderation_decisions")) {
            rows.execute("ALTER TABLE " + table + " REMOVE TTL", "analytics");
        }
        return rows;
    }

    /** The statements with which the aggregator makes its tables. */
    private static List<String> schema() {
        try (var files = Files.list(Path.of("..", "aggregator-service", "src", "main", "resources", "clickhouse"))) {
            var statements = new ArrayList<String>();
            for (var file : files.sorted().toList()) {
                statements.add(Files.readString(file));
            }
            return statements;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** For example {@code 2026-01-31T00:00:00Z MESSAGE_SENT = 3}, in order. */
    static List<String> answer(RawRows rows, String metric, String granularity) {
        var lines = new TreeMap<String, String>();
        rows.answer(MetricSql.of(metric)).forEach((id, figures) -> {
            if (id.granularity().equals(granularity)) {
                lines.put(id.start() + " " + id.dimension(), figures.toString());
            }
        });
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " = " + line.getValue())
                .toList();
    }
}
