package com.nexusai.systemtests.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.topic.Topics;
import com.nexusai.systemtests.metrics.traffic.Decisions;
import com.nexusai.systemtests.metrics.traffic.Traffic;
import com.nexusai.systemtests.process.RunningFleet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every figure equals what SQL says of the raw rows: of a million events that come late, twice, shuffled and under wrong
 * keys, while the aggregator is killed ten times. {@code -Dmetrics.events=50000} makes it quick, and
 * {@code -Dmetrics.seed} repeats a run's events.
 */
class MetricsEqualSqlIT {
    private static final int EVENTS = Integer.getInteger("metrics.events", 1_000_000);
    private static final int DECISIONS = 5_000;
    private static final long SEED = Long.getLong("metrics.seed", System.nanoTime());
    private static final Duration SPAN = Duration.ofDays(6);

    /** One hour less than minute cells live: none of those may be forgotten while this runs. */
    private static final Duration MINUTES_ARE_SURE = Duration.ofHours(47);

    private static final Map<String, String> SETTINGS = Map.of("SINK_BATCH_ROWS", "20000", "STREAMS_THREADS", "2");

    @TempDir
    Path folder;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<String> findings = new ArrayList<>();

    @Test
    void shouldPublishWhatSqlSaysOfTheRawRowsWhateverIsKilled() throws Exception {
        System.out.println("seed " + SEED + ", now " + now);
        try (var fleet = new RunningFleet(folder, List.of("ingest-service", "aggregator-service"), SETTINGS);
                var rows = new RawRows(fleet.stack.clickHouseUrl())) {
            send(fleet);
            var rest = new Rest(fleet, rows);
            rest.await(EVENTS, DECISIONS);
            compare(fleet, rows);
            assertThat(rest.stillTheSame())
                    .as("nothing moved while it was compared")
                    .isTrue();
        }
        assertThat(findings).as("seed " + SEED + ", now " + now).isEmpty();
    }

    private void send(RunningFleet fleet) throws InterruptedException {
        var traffic = Traffic.of(SEED, now, SPAN, EVENTS);
        try (var door = new Door(fleet.stack.kafkaBootstrapServers())) {
            door.decide(Decisions.of(SEED, now, SPAN, DECISIONS));
        }
        new Storm(fleet, SEED).over(traffic);
    }

    private void compare(RunningFleet fleet, RawRows rows) {
        rows.prepare();
        var published = cellsByMetric(fleet);
        var comparison = new CellComparison(now.minus(MINUTES_ARE_SURE));
        for (var metric : MetricSql.all()) {
            var cells = published.getOrDefault(metric.metric(), Map.of());
            var differences = comparison.of(rows.answer(metric), cells);
            if (!differences.isEmpty()) {
                findings.add(Difference.report(metric.metric(), differences));
            }
            published.remove(metric.metric());
        }
        assertThat(published.keySet()).as("metrics without SQL").isEmpty();
    }

    private static Map<String, Map<CellId, PublishedCell>> cellsByMetric(RunningFleet fleet) {
        var topic = new CompactedTopic(Topics.AGGREGATES, fleet.stack.kafkaBootstrapServers());
        var cells = new HashMap<String, Map<CellId, PublishedCell>>();
        for (var cell : topic.read(PublishedCell.class).values()) {
            cells.computeIfAbsent(cell.metric(), metric -> new HashMap<>()).put(cell.id(), cell);
        }
        return cells;
    }
}
