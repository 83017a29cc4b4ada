package com.nexusai.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.domain.metric.Catalogue;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregatorTopologyTest {
    @TempDir
    Path state;

    private Flow flow;

    @BeforeEach
    void start() {
        flow = new Flow(state);
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void shouldKeepItsShape() throws Exception {
        assertThat(Flow.topology(Catalogue.builtIn()).describe().toString())
                .isEqualToNormalizingNewlines(Files.readString(Path.of("src/test/resources/topology.txt")));
    }

    @Test
    void shouldCountByTypeAndInTotalByMinuteHourDayAndMonth() {
        flow.send("USER_LOGIN", "u-1", "2026-01-31T09:29:59.999Z");
        flow.send("USER_LOGIN", "u-2", "2026-01-31T09:30:00Z");
        flow.send("MESSAGE_SENT", "u-1", "2026-01-31T09:30:00Z");
        flow.beat();

        assertThat(flow.counts(Metric.EVENTS))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("default/events/minute/USER_LOGIN/2026-01-31T09:29:00Z", 1L),
                        Map.entry("default/events/minute/USER_LOGIN/2026-01-31T09:30:00Z", 1L),
                        Map.entry("default/events/minute/MESSAGE_SENT/2026-01-31T09:30:00Z", 1L),
                        Map.entry("default/events/minute/*/2026-01-31T09:29:00Z", 1L),
                        Map.entry("default/events/minute/*/2026-01-31T09:30:00Z", 2L),
                        Map.entry("default/events/hour/USER_LOGIN/2026-01-31T09:00:00Z", 2L),
                        Map.entry("default/events/hour/MESSAGE_SENT/2026-01-31T09:00:00Z", 1L),
                        Map.entry("default/events/hour/*/2026-01-31T09:00:00Z", 3L),
                        Map.entry("default/events/day/USER_LOGIN/2026-01-31T00:00:00Z", 2L),
                        Map.entry("default/events/day/MESSAGE_SENT/2026-01-31T00:00:00Z", 1L),
                        Map.entry("default/events/day/*/2026-01-31T00:00:00Z", 3L),
                        Map.entry("default/events/month/USER_LOGIN/2026-01-01T00:00:00Z", 2L),
                        Map.entry("default/events/month/MESSAGE_SENT/2026-01-01T00:00:00Z", 1L),
                        Map.entry("default/events/month/*/2026-01-01T00:00:00Z", 3L)));
    }

    @Test
    void shouldSendNothingOnBeforeTheBeatAndEachCellOnceAfterIt() {
        for (int i = 0; i < 1000; i++) {
            flow.send("USER_LOGIN", "u-1", "2026-01-31T09:30:00Z");
        }
        assertThat(flow.aggregates.isEmpty()).isTrue();

        flow.beat();

        assertThat(flow.aggregates.readKeyValuesToList())
                .filteredOn(cell -> cell.value.metric().equals(Metric.EVENTS))
                .hasSize(8);
        flow.beat();
        assertThat(flow.aggregates.isEmpty()).as("nothing is pending any more").isTrue();
    }

    @Test
    void shouldSumMoneyExactlyByCurrency() {
        for (var amount : List.of("0.1", "0.2", "\"0.000000001\"", "\"none\"")) {
            flow.send(
                    "default",
                    "PAYMENT_COMPLETED",
                    "u-1",
                    "2026-01-31T09:30:00Z",
                    "{\"amount\":" + amount + ",\"currency\":\"EUR\"}");
        }
        flow.beat();

        var cells = flow.cells();
        var revenue = cells.get("default/revenue/day/EUR/2026-01-31T00:00:00Z");
        assertThat(revenue.sum()).isEqualByComparingTo("0.300000001");
        assertThat(revenue.count()).isEqualTo(3);
        assertThat(cells).doesNotContainKey("default/revenue/day/*/2026-01-31T00:00:00Z");
        assertThat(cells.get("default/payments_completed/day/*/2026-01-31T00:00:00Z")
                        .count())
                .isEqualTo(4);
        assertThat(cells.get("default/paying_users/month/*/2026-01-01T00:00:00Z")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldCorrectTheRightCellsWhenAnEventIsLate() {
        flow.send("USER_LOGIN", "u-1", "2026-01-31T09:30:00Z");
        flow.beat();
        assertThat(flow.counts(Metric.NEW_USERS)).containsEntry("default/new_users/day/*/2026-01-31T00:00:00Z", 1L);

        flow.send("USER_LOGIN", "u-1", "2026-01-29T23:59:00Z");
        flow.beat();

        assertThat(counts(flow.cells()))
                .containsEntry("default/events/day/*/2026-01-29T00:00:00Z", 1L)
                .containsEntry("default/new_users/day/*/2026-01-29T00:00:00Z", 1L)
                .containsEntry("default/new_users/day/*/2026-01-31T00:00:00Z", 0L)
                .containsEntry("default/resurrected_users/day/*/2026-01-31T00:00:00Z", 1L)
                .containsEntry("default/retention/day/2/2026-01-29T00:00:00Z", 1L);
    }

    @Test
    void shouldNotMakeACellAgainWhoseLifeIsOver() {
        flow.send("USER_LOGIN", "u-1", "2026-01-28T09:30:00Z");
        flow.beat();

        assertThat(flow.counts(Metric.EVENTS).keySet())
                .noneMatch(key -> key.contains("/minute/"))
                .anyMatch(key -> key.contains("/hour/"));
    }

    @Test
    void shouldLetACellGoWhenItsLifeIsOver() {
        flow.send("USER_LOGIN", "u-1", "2026-01-31T09:30:00Z");
        flow.beat();
        flow.cells();

        flow.advance(Duration.ofHours(49));

        assertThat(flow.aggregates.readKeyValuesToList())
                .filteredOn(cell -> cell.value == null)
                .extracting(cell -> cell.key)
                .contains("default/events/minute/*/2026-01-31T09:30:00Z")
                .doesNotContain("default/events/hour/*/2026-01-31T09:00:00Z");
    }

    @Test
    void shouldReachTheSameCellsInAnyOrder() {
        var random = new Random(7);
        var events = new ArrayList<Runnable>();
        for (int i = 0; i < 600; i++) {
            var type = List.of("MESSAGE_SENT", "CONVERSATION_STARTED", "PAYMENT_COMPLETED")
                    .get(random.nextInt(3));
            var user = "u-" + random.nextInt(20);
            var time = Flow.NOW.minusSeconds(random.nextInt(6 * 86_400)).toString();
            var properties = "{\"amount\":" + random.nextInt(1000) / 100.0 + ",\"currency\":\"EUR\",\"tokens\":7}";
            events.add(() -> flow.send("default", type, user, time, properties));
        }
        events.forEach(Runnable::run);
        flow.beat();
        var inOrder = values(flow.cells());
        close();
        start();
        Collections.shuffle(events, random);
        var last = new TreeMap<String, Cell>();
        for (int i = 0; i < events.size(); i++) {
            events.get(i).run();
            if (i % 50 == 0) {
                flow.beat();
                last.putAll(flow.cells());
            }
        }
        flow.beat();
        last.putAll(flow.cells());

        assertThat(values(last)).isEqualTo(inOrder);
    }

    @Test
    void shouldCountTypesTogetherOnceAWindowHasAThousand() {
        for (int i = 0; i < 1100; i++) {
            flow.send("default", "T" + i, null, "2026-01-31T09:30:00Z", "{}");
        }
        flow.beat();

        assertThat(counts(flow.cells()))
                .containsEntry("default/events/day/(other)/2026-01-31T00:00:00Z", 100L)
                .containsEntry("default/events/day/*/2026-01-31T00:00:00Z", 1100L);
    }

    @Test
    void shouldKeepTenantsApart() {
        flow.send("acme", "USER_LOGIN", "u-1", "2026-01-31T09:30:00Z", "{}");
        flow.send("globex", "USER_LOGIN", "u-1", "2026-01-31T09:30:00Z", "{}");
        flow.beat();

        assertThat(counts(flow.cells()))
                .containsEntry("acme/events/day/*/2026-01-31T00:00:00Z", 1L)
                .containsEntry("acme/active_users/day/*/2026-01-31T00:00:00Z", 1L)
                .containsEntry("globex/events/day/*/2026-01-31T00:00:00Z", 1L);
    }

    private static Map<String, Long> counts(Map<String, Cell> cells) {
        var counts = new TreeMap<String, Long>();
        cells.forEach((key, cell) -> counts.put(key, cell.count()));
        return counts;
    }

    /** What the cells say, without how often they changed on the way there. */
    private static Map<String, String> values(Map<String, Cell> cells) {
        var values = new TreeMap<String, String>();
        cells.forEach((key, cell) -> {
            var value = new Cell(
                    cell.tenantId(),
                    cell.metric(),
                    cell.granularity(),
                    cell.dimension(),
                    cell.start(),
                    cell.count(),
                    cell.sum(),
                    cell.min(),
                    cell.max(),
                    cell.distinct(),
                    cell.histogram(),
                    cell.top(),
                    0,
                    Instant.EPOCH);
            boolean nothing = cell.count() == 0
                    && (cell.histogram() == null || cell.histogram().isEmpty());
            if (!nothing) {
                values.put(key, value.toString());
            }
        });
        return values;
    }
}
