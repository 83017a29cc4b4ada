package com.nexusai.aggregator.sink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clickhouse.client.api.Client;
import com.nexusai.aggregator.sink.clickhouse.ClickHouse;
import com.nexusai.aggregator.sink.clickhouse.ClickHouseSinks;
import com.nexusai.aggregator.sink.clickhouse.Retention;
import com.nexusai.aggregator.sink.flow.SinkSettings;
import com.nexusai.aggregator.sink.flow.TopicSink;
import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import com.nexusai.devstack.Part;
import com.nexusai.kit.config.ClickHouseConfig;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever ClickHouse does, every row is there once afterwards. */
class ClickHouseFaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final SinkSettings SETTINGS = new SinkSettings(500, Duration.ofMillis(100), 2_000, 1 << 20);
    private static final int EVENTS = 8_000;

    @TempDir
    Path folder;

    private final String database = "faults_" + UUID.randomUUID().toString().replace('-', '_');
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FaultyProxy proxy = new FaultyProxy(DevStack.shared().clickHouseUrl());
    private final Load<Event> load = new Load<>(Topics.EVENTS_VALIDATED);

    ClickHouseFaultsIT() throws IOException {}

    @AfterEach
    void close() {
        load.close();
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void shouldHaveEveryRowOnceThough(FaultyProxy.Fault fault) {
        try (var client = client(proxy.url());
                var sink = events("a", client)) {
            sink.start();
            send(0, EVENTS / 4);
            await().atMost(PATIENCE).until(() -> written() >= EVENTS / 8);

            proxy.inject(fault);
            send(EVENTS / 4, EVENTS);
            await().atMost(PATIENCE).until(() -> proxy.fired() >= 3);
            if (fault != FaultyProxy.Fault.SLOW) {
                await().atMost(PATIENCE).until(() -> !sink.check().up());
                assertThat(sink.check().details())
                        .containsEntry("state", "waiting")
                        .containsKeys("reason", "attempts", "waitingSeconds");
                assertThat((Long) sink.check().details().get("lag")).isPositive();
                await().atMost(PATIENCE).until(() -> meter("sink.waiting") > 0);
            }
            assertThat(sink.alive().up()).isTrue();
            proxy.inject(FaultyProxy.Fault.NONE);

            await().atMost(PATIENCE)
                    .until(() -> meter("sink.lag") == 0 && sink.check().up());
            assertThat(ask(client, "SELECT count() FROM {db}.events FINAL")).isEqualTo(EVENTS);
            assertThat(ask(client, "SELECT uniqExact(event_id) FROM {db}.events"))
                    .isEqualTo(EVENTS);
            assertThat(ask(client, "SELECT count() FROM {db}.events"))
                    .as("without FINAL: what came again was known by its token")
                    .isEqualTo(EVENTS);
            assertThat(ask(client, "SELECT count() FROM {db}.dead_letters")).isZero();
            assertThat(meter("sink.waiting")).isZero();
        }
    }

    @Test
    void shouldGoOnWhenClickHouseWasStoppedUnderLoad() {
        var stopped = DevStackConfig.in(folder).with(Part.CLICKHOUSE);
        var first = DevStack.start(stopped);
        var address = URI.create(first.clickHouseUrl());
        try (var cells = new Load<>(Topics.AGGREGATES);
                var client = client(address);
                var events = events("a", client);
                var aggregates = aggregates(client, cells)) {
            events.start();
            aggregates.start();
            send(0, 2_000);
            revise(cells, 1, 300);
            await().atMost(PATIENCE).until(() -> written() >= 500);

            first.close();
            send(2_000, EVENTS);
            revise(cells, 301, 900);
            await().atMost(PATIENCE)
                    .until(() -> !events.check().up() && !aggregates.check().up());
            try (var second = DevStack.start(stopped.port(Part.CLICKHOUSE, address.getPort()))) {
                assertThat(second.clickHouseUrl()).isEqualTo(address.toString());
                await().atMost(PATIENCE)
                        .until(() -> meter("sink.lag") == 0
                                && events.check().up()
                                && aggregates.check().up()
                                && aggregates.check().details().get("lag").equals(0L));

                assertThat(ask(client, "SELECT count() FROM {db}.events FINAL")).isEqualTo(EVENTS);
                assertThat(ask(client, "SELECT uniqExact(event_id) FROM {db}.events"))
                        .isEqualTo(EVENTS);
                assertThat(ask(
                                client,
                                "SELECT count() FROM {db}.aggregates FINAL WHERE count = 9000 AND revision = 900"))
                        .as("each series as it stands last")
                        .isEqualTo(5);
                assertThat(ask(client, "SELECT count() FROM {db}.aggregates FINAL"))
                        .isEqualTo(5);
            }
        }
    }

    @Test
    void shouldLoseNothingWhenPartitionsMoveBetweenTwoSinksWhileClickHouseIsAway() {
        try (var client = client(proxy.url());
                var two = events("two", client)) {
            try (var one = events("one", client)) {
                one.start();
                send(0, EVENTS / 4);
                await().atMost(PATIENCE).until(() -> written() >= EVENTS / 8);
                proxy.inject(FaultyProxy.Fault.ANSWER_LOST);
                send(EVENTS / 4, EVENTS / 2);
                await().atMost(PATIENCE).until(() -> !one.check().up());

                two.start();
                send(EVENTS / 2, EVENTS);
                await().atMost(PATIENCE).until(() -> !two.check().up());
                proxy.inject(FaultyProxy.Fault.RESET);
                await().atMost(PATIENCE).until(() -> proxy.fired() >= 4);
            }
            proxy.inject(FaultyProxy.Fault.NONE);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ask(client, "SELECT uniqExact(event_id) FROM {db}.events"))
                            .isEqualTo(EVENTS));
            await().atMost(PATIENCE).until(() -> two.check().up());
            assertThat(ask(client, "SELECT count() FROM {db}.events FINAL")).isEqualTo(EVENTS);
        }
    }

    private TopicSink events(String member, Client client) {
        return new TopicSink(member, load.topic, load::consumer, tables(client).events(load.topic), SETTINGS, meters);
    }

    private TopicSink aggregates(Client client, Load<Cell> cells) {
        return new TopicSink(
                "cells", cells.topic, cells::consumer, tables(client).aggregates(cells.topic), SETTINGS, meters);
    }

    private ClickHouseSinks tables(Client client) {
        return new ClickHouseSinks(client, database, null, Retention.USUAL, "kafka-1", meters);
    }

    private Client client(URI url) {
        return ClickHouse.client(new ClickHouseConfig(url, "default", null, database));
    }

    private void send(int from, int to) {
        for (int n = from; n < to; n++) {
            load.send("u-" + n % 50, Load.event(load.tenant, n));
        }
        load.flush();
    }

    private static void revise(Load<Cell> cells, int from, int to) {
        for (int revision = from; revision <= to; revision++) {
            for (int type = 0; type < 5; type++) {
                cells.send("type-" + type, Load.cell(cells.tenant, "TYPE_" + type, revision));
            }
        }
        cells.flush();
    }

    private long ask(Client client, String sql) {
        return client.queryAll(sql.replace("{db}", database)).getFirst().getLong(1);
    }

    private double written() {
        return meters.get("sink.rows").counters().stream()
                .mapToDouble(rows -> rows.count())
                .sum();
    }

    private double meter(String name) {
        return meters.get(name).tag("sink", "a").gauge().value();
    }
}
