package com.nexusai.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.domain.CellLife;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregatorTopologyTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:30Z");
    private static final Duration FLUSH = Duration.ofMillis(200);

    @TempDir
    Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, Event> validated;
    private TestOutputTopic<String, Cell> aggregates;
    private TestOutputTopic<String, UserProfile> profiles;
    private int ids;

    @BeforeEach
    void start() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "aggregator-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(new AggregatorTopology(CellLife.DEFAULT, FLUSH).build(), config, NOW);
        validated = driver.createInputTopic(
                Topics.EVENTS_VALIDATED.name(),
                Topics.EVENTS_VALIDATED.keySerde().serializer(),
                Topics.EVENTS_VALIDATED.valueSerde().serializer(),
                NOW,
                Duration.ZERO);
        aggregates = output(Topics.AGGREGATES);
        profiles = output(Topics.USER_AGGREGATES);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldKeepItsShape() throws Exception {
        var topology = new AggregatorTopology(CellLife.DEFAULT, FLUSH).build();

        assertThat(topology.describe().toString())
                .isEqualToNormalizingNewlines(Files.readString(Path.of("src/test/resources/topology.txt")));
    }

    @Test
    void shouldCountByTypeAndInTotalByMinuteHourAndDay() {
        send("USER_LOGIN", "u-1", "2026-01-31T09:29:59.999Z");
        send("USER_LOGIN", "u-2", "2026-01-31T09:30:00Z");
        send("MESSAGE_SENT", "u-1", "2026-01-31T09:30:00Z");
        flush();

        assertThat(counts())
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
                        Map.entry("default/events/day/*/2026-01-31T00:00:00Z", 3L)));
    }

    @Test
    void shouldSendNothingOnBeforeTheFlushAndOneCellPerSeriesAfterIt() {
        for (int i = 0; i < 1000; i++) {
            send("USER_LOGIN", "u-1", "2026-01-31T09:30:00Z");
        }
        assertThat(aggregates.isEmpty()).isTrue();

        flush();

        assertThat(aggregates.readKeyValuesToList()).hasSize(6);
        flush();
        assertThat(aggregates.isEmpty()).as("nothing is pending any more").isTrue();
    }

    @Test
    void shouldCorrectTheRightCellWhenAnEventIsLate() {
        send("USER_LOGIN", "u-1", "2026-01-31T09:30:00Z");
        flush();
        send("USER_LOGIN", "u-1", "2026-01-29T23:59:00Z");
        flush();

        assertThat(counts())
                .containsEntry("default/events/day/*/2026-01-29T00:00:00Z", 1L)
                .containsEntry("default/events/day/*/2026-01-31T00:00:00Z", 1L);
    }

    @Test
    void shouldNotMakeACellAgainWhoseLifeIsOver() {
        send("USER_LOGIN", "u-1", "2026-01-28T09:30:00Z");
        flush();

        assertThat(counts())
                .containsOnlyKeys(
                        "default/events/hour/USER_LOGIN/2026-01-28T09:00:00Z",
                        "default/events/hour/*/2026-01-28T09:00:00Z",
                        "default/events/day/USER_LOGIN/2026-01-28T00:00:00Z",
                        "default/events/day/*/2026-01-28T00:00:00Z");
    }

    @Test
    void shouldLetACellGoWhenItsLifeIsOver() {
        send("USER_LOGIN", "u-1", "2026-01-31T09:30:00Z");
        flush();
        counts();

        driver.advanceWallClockTime(Duration.ofHours(49));

        assertThat(aggregates.readKeyValuesToList())
                .filteredOn(cell -> cell.value == null)
                .extracting(cell -> cell.key)
                .contains("default/events/minute/*/2026-01-31T09:30:00Z")
                .doesNotContain("default/events/hour/*/2026-01-31T09:00:00Z");
    }

    @Test
    void shouldReachTheSameCountsInAnyOrder() {
        var random = new Random(7);
        var events = new ArrayList<Runnable>();
        for (int i = 0; i < 300; i++) {
            var type = List.of("A", "B", "C").get(random.nextInt(3));
            var user = "u-" + random.nextInt(20);
            var time = NOW.minusSeconds(random.nextInt(86_400)).toString();
            events.add(() -> send(type, user, time));
        }
        events.forEach(Runnable::run);
        flush();
        var inOrder = counts();
        close();
        start();
        Collections.shuffle(events, random);
        for (int i = 0; i < events.size(); i++) {
            events.get(i).run();
            if (i % 50 == 0) {
                flush();
            }
        }
        flush();

        assertThat(counts()).isEqualTo(inOrder);
    }

    @Test
    void shouldKeepAProfileOfEachActor() {
        send("USER_LOGIN", "u-1", "2026-01-31T09:30:00Z");
        send("MESSAGE_SENT", "u-1", "2026-01-31T09:29:00Z");
        flush();

        var profile = profiles.readKeyValue();
        assertThat(profile.key).isEqualTo("default/u-1");
        assertThat(profile.value.events()).isEqualTo(2);
        assertThat(profile.value.eventsByType()).isEqualTo(Map.of("USER_LOGIN", 1L, "MESSAGE_SENT", 1L));
        assertThat(profile.value.firstSeen()).isEqualTo("2026-01-31T09:29:00Z");
        assertThat(profile.value.lastSeen()).isEqualTo("2026-01-31T09:30:00Z");
        assertThat(profiles.isEmpty()).isTrue();
    }

    @Test
    void shouldKeepTenantsApart() {
        send("acme", "USER_LOGIN", "u-1", "2026-01-31T09:30:00Z");
        send("globex", "USER_LOGIN", "u-1", "2026-01-31T09:30:00Z");
        flush();

        assertThat(counts())
                .containsEntry("acme/events/day/*/2026-01-31T00:00:00Z", 1L)
                .containsEntry("globex/events/day/*/2026-01-31T00:00:00Z", 1L);
    }

    private void send(String type, String userId, String timestamp) {
        send("default", type, userId, timestamp);
    }

    private void send(String tenant, String type, String userId, String timestamp) {
        var event = new Event(
                "e-" + ids++,
                tenant,
                type,
                userId,
                null,
                null,
                Instant.parse(timestamp),
                NOW,
                RawJson.EMPTY_OBJECT,
                RawJson.EMPTY_OBJECT,
                null,
                Map.of());
        validated.pipeInput(event.key(), event);
    }

    private void flush() {
        driver.advanceWallClockTime(FLUSH);
    }

    /** The last value of each cell. */
    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (var cell : aggregates.readKeyValuesToList()) {
            counts.put(cell.key, cell.value.count());
        }
        return counts;
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
