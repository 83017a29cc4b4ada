package com.nexusai.aggregator.topology;

import com.nexusai.aggregator.domain.CellLife;
import com.nexusai.aggregator.domain.metric.Catalogue;
import com.nexusai.aggregator.processor.Pace;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.aggregate.UserSession;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;

/** The topology in a driver, with events going in and cells coming out. */
final class Flow implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-31T09:30:30Z");

    private static final Pace PACE = new Pace(Duration.ofMillis(100), Duration.ofMillis(100), 50, 50);

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Event> validated;
    final TestOutputTopic<String, Cell> aggregates;
    final TestOutputTopic<String, UserProfile> profiles;
    final TestOutputTopic<String, UserSession> sessions;
    private int ids;

    Flow(Path state) {
        this(state, Catalogue.builtIn());
    }

    Flow(Path state, Catalogue catalogue) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "aggregator-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology(catalogue), config, NOW);
        validated = input(Topics.EVENTS_VALIDATED);
        aggregates = output(Topics.AGGREGATES);
        profiles = output(Topics.USER_AGGREGATES);
        sessions = output(Topics.USER_SESSIONS);
    }

    static Topology topology(Catalogue catalogue) {
        return new AggregatorTopology(() -> catalogue, CellLife.DEFAULT, PACE).build();
    }

    void send(String type, String userId, String timestamp) {
        send("default", type, userId, timestamp, "{}");
    }

    void send(String tenant, String type, @Nullable String userId, String timestamp, String properties) {
        var event = new Event(
                "e-" + ids++,
                tenant,
                type,
                userId,
                null,
                null,
                Instant.parse(timestamp),
                NOW,
                RawJson.of(properties),
                RawJson.EMPTY_OBJECT,
                null,
                Map.of());
        validated.pipeInput(event.key(), event);
    }

    <V> TestInputTopic<String, V> input(Topic<String, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer(), NOW, Duration.ZERO);
    }

    /** One beat for the fold, and one for the merge. */
    void beat() {
        driver.advanceWallClockTime(Duration.ofMillis(100));
        driver.advanceWallClockTime(Duration.ofMillis(100));
    }

    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** The last value of each cell that was sent on since this was asked last. */
    Map<String, Cell> cells() {
        var cells = new TreeMap<String, Cell>();
        for (var cell : aggregates.readKeyValuesToList()) {
            cells.put(cell.key, cell.value);
        }
        return cells;
    }

    /** The same of one metric, as counts. */
    Map<String, Long> counts(String metric) {
        var counts = new TreeMap<String, Long>();
        cells().forEach((key, cell) -> {
            if (cell.metric().equals(metric)) {
                counts.put(key, cell.count());
            }
        });
        return counts;
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
