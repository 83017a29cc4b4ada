package com.nexusai.ingest.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.domain.Plans;
import com.nexusai.ingest.enrich.Enricher;
import com.nexusai.ingest.enrich.UserAgents;
import com.nexusai.ingest.privacy.Pseudonymiser;
import com.nexusai.ingest.privacy.TenantHash;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.tenant.TenantSettings;
import com.nexusai.schema.topic.Partitions;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The topology on the test driver: a door to send to, and what comes out. */
abstract class TopologyBench {
    static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    static final Duration WINDOW = Duration.ofHours(24);
    static final String LOGIN = """
            {"eventId":"e-1","type":"USER_LOGIN","userId":"u-1","timestamp":"2026-01-31T09:29:58.5Z","device":"ios"}""";

    @TempDir
    Path state;

    TopologyTestDriver driver;
    TestInputTopic<byte[], byte[]> door;
    TestOutputTopic<String, Event> validated;
    TestOutputTopic<String, byte[]> rejected;
    TestOutputTopic<String, Event> rekeyed;

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    TenantSettings settings = TenantSettings.none("default");
    Plans plans = Plans.NONE;

    Topology topology(int partitions) {
        var agents = new UserAgents(100, 100, InstantSource.fixed(NOW), new SimpleMeterRegistry());
        return new IngestTopology(
                        new Admission(Limits.DEFAULT, event -> plans.judge(event)),
                        partitions,
                        WINDOW,
                        new Enricher(tenant -> settings, agents, null),
                        new Pseudonymiser(tenant -> settings, new TenantHash("a secret of at least thirty-two bytes")))
                .build();
    }

    /** The test driver runs everything on partition 0, so one partition means that every event is at home. */
    void start(int partitions) {
        var topology = topology(partitions);
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "ingest-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, config, NOW);
        door = driver.createInputTopic(
                Topics.EVENTS.name(),
                Topics.EVENTS.keySerde().serializer(),
                Topics.EVENTS.valueSerde().serializer());
        validated = output(Topics.EVENTS_VALIDATED);
        rejected = output(Topics.EVENTS_REJECTED);
        rekeyed = output(Topics.EVENTS_REKEYED);
    }

    <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }

    void send(String json) {
        send(json, NOW);
    }

    void send(String json, Instant arrival) {
        door.pipeInput(new TestRecord<>(null, json.getBytes(UTF_8), arrival));
    }

    static String actorOn(boolean partitionZero) {
        for (int i = 0; ; i++) {
            if ((Partitions.of("default/u-" + i, 6) == 0) == partitionZero) {
                return "u-" + i;
            }
        }
    }

    Map<String, Long> ledger() {
        var lines = new HashMap<String, Long>();
        try (var entries = driver.<String, Long>getKeyValueStore(Stores.LEDGER).all()) {
            entries.forEachRemaining(
                    entry -> lines.merge(entry.key.substring(0, entry.key.indexOf('/')), entry.value, Long::sum));
        }
        return lines;
    }

    static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }
}
