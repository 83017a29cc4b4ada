package com.nexusai.systemtests.metrics;

import com.clickhouse.client.api.Client;
import com.nexusai.aggregator.sink.Migrations;
import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import com.nexusai.devstack.Part;
import java.nio.file.Path;
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
        try (var client = new Client.Builder()
                .addEndpoint(Engine.STACK.clickHouseUrl())
                .setUsername("default")
                .setPassword("")
                .build()) {
            new Migrations(client, "analytics").run();
        }
        // the rows have dates of their own, which must not grow too old
        for (var table : List.of("events", "moderation_decisions")) {
            rows.execute("ALTER TABLE " + table + " REMOVE TTL", "analytics");
        }
        return rows;
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
