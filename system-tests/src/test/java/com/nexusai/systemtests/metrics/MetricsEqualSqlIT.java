package com.nexusai.systemtests.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.UserSession;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import com.nexusai.systemtests.metrics.traffic.Decisions;
import com.nexusai.systemtests.metrics.traffic.Traffic;
import com.nexusai.systemtests.process.RunningFleet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every figure equals what SQL says of the raw rows: of events that come late, twice, shuffled and under wrong keys, while
 * the aggregator is killed ten times. {@code -Dmetrics.events=1000000} makes it long, and {@code -Dmetrics.seed} repeats a
 * run's events.
 */
class MetricsEqualSqlIT {
    private static final int EVENTS = Integer.getInteger("metrics.events", 100_000);
    private static final int DECISIONS = 5_000;
    private static final long SEED = Long.getLong("metrics.seed", System.nanoTime());
    private static final Duration SPAN = Duration.ofDays(6);

    /** One hour less than minute cells live: none of those may be forgotten while this runs. */
    private static final Duration MINUTES_ARE_SURE = Duration.ofHours(47);

    private static final Map<String, String> SETTINGS = Map.of("SINK_BATCH_ROWS", "20000", "STREAMS_THREADS", "2");

    @TempDir
    Path folder;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Findings findings = new Findings();

    @Test
    void shouldPublishWhatSqlSaysOfTheRawRowsWhateverIsKilled() throws Exception {
        System.out.println("seed " + SEED + ", now " + now);
        boolean moved;
        try (var fleet = new RunningFleet(folder, List.of("ingest-service", "aggregator-service"), SETTINGS);
                var rows = new RawRows(fleet.stack.clickHouseUrl())) {
            send(fleet);
            var rest = new Rest(fleet, rows);
            assertThat(rest.awaitEvents(EVENTS, DECISIONS))
                    .as("validated events")
                    .isEqualTo(EVENTS);
            say("at rest");
            rows.prepare();
            compareCells(fleet, rows);
            comparePeople(fleet, rows);
            say("compared");
            moved = !rest.stillTheSame();
        }
        assertThat(findings.toString()).as("seed " + SEED + ", now " + now).isEmpty();
        assertThat(moved).as("something moved while it was compared").isFalse();
    }

    private void send(RunningFleet fleet) throws InterruptedException {
        var traffic = Traffic.of(SEED, now, SPAN, EVENTS);
        try (var door = new Door(fleet.stack.kafkaBootstrapServers())) {
            door.decide(Decisions.of(SEED, now, SPAN, DECISIONS));
        }
        say("made " + traffic.size() + " records");
        new Storm(fleet, SEED).over(traffic);
        say("sent");
    }

    private void say(String what) {
        System.out.printf(
                "%s after %d s%n", what, Duration.between(now, Instant.now()).toSeconds());
    }

    private void compareCells(RunningFleet fleet, RawRows rows) {
        var oldestMinute = now.minus(MINUTES_ARE_SURE);
        var published = new HashMap<CellId, PublishedCell>();
        for (var cell :
                topic(fleet, Topics.AGGREGATES).lastValues(PublishedCell.class).values()) {
            published.put(cell.id(), cell);
        }
        findings.add("sink", StoredComparison.ofClickHouse(rows, published.values(), oldestMinute));
        for (var metric : MetricSql.all()) {
            var bySql = rows.answer(metric);
            var cells = cellsOf(metric, published);
            var differences = new CellComparison(oldestMinute).of(bySql, cells);
            if (!differences.isEmpty()) {
                var evidence = rows.eventsBehind(differences.firstKey());
                findings.add(metric.metric(), List.copyOf(differences.values()), evidence);
            }
            if (metric.metric().equals(Metric.EVENTS)) {
                findings.add("sink", StoredComparison.ofRedis(fleet.stack.redisUrl(), bySql));
            }
            published.keySet().removeAll(cells.keySet());
        }
        assertThat(published.keySet().stream().map(CellId::metric).distinct())
                .as("metrics without SQL")
                .isEmpty();
    }

    private void comparePeople(RunningFleet fleet, RawRows rows) {
        var profiles = topic(fleet, Topics.USER_AGGREGATES).lastValues(PublishedProfile.class);
        findings.add("profiles", ProfileComparison.of(rows.profiles(), profiles));
        var sessions = topic(fleet, Topics.USER_SESSIONS).allValues(UserSession.class);
        findings.add("user sessions", SessionComparison.of(rows.sessions(), sessions));
    }

    private static Map<CellId, PublishedCell> cellsOf(MetricSql metric, Map<CellId, PublishedCell> published) {
        var cells = new HashMap<CellId, PublishedCell>();
        published.forEach((id, cell) -> {
            if (id.metric().equals(metric.metric())) {
                cells.put(id, cell);
            }
        });
        return cells;
    }

    private static CommittedTopic topic(RunningFleet fleet, Topic<?, ?> topic) {
        return new CommittedTopic(topic, fleet.stack.kafkaBootstrapServers());
    }
}
