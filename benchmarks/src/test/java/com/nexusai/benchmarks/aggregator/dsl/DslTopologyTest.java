package com.nexusai.benchmarks.aggregator.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.benchmarks.aggregator.load.Events;
import com.nexusai.benchmarks.aggregator.load.Workload;
import com.nexusai.benchmarks.aggregator.result.CommonMetrics;
import com.nexusai.benchmarks.aggregator.result.Results;
import com.nexusai.benchmarks.aggregator.result.Tally;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.event.EventWriter;
import com.nexusai.schema.topic.Topics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.WindowedSerdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the whole comes out equal, the race itself makes sure; here, that the program has not rotted. */
class DslTopologyTest {
    private static final Instant BEGIN = Instant.parse("2026-01-30T22:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void shouldCountActiveUsersAndEventsOfADayAsTheTallyDoes() {
        var tally = new Tally();
        var found = new Results();
        try (var driver = new TopologyTestDriver(new DslTopology().build(), properties())) {
            var input = driver.createInputTopic(
                    Topics.EVENTS_VALIDATED.name(), new StringSerializer(), new ByteArraySerializer());
            var events = new Events(new Workload(0, 3, 50, BEGIN, Duration.ZERO, 1));
            for (int i = 0; i < 500; i++) {
                var event = events.next(BEGIN.plusSeconds(i * 20L));
                tally.add(event);
                input.pipeInput(event.key(), EventWriter.write(event));
            }
            read(driver, DslTopics.EVENTS_DAY, CommonMetrics.EVENTS, found);
            read(driver, DslTopics.ACTIVE_DAY, CommonMetrics.ACTIVE, found);
        }
        assertThat(found.values()).isEqualTo(only(tally.results(), "events/day/", "active_users/day/"));
    }

    private static void read(TopologyTestDriver driver, String topic, String metric, Results found) {
        var key = WindowedSerdes.timeWindowedSerdeFrom(
                        String.class, Duration.ofDays(1).toMillis())
                .deserializer();
        driver.createOutputTopic(topic, key, new LongDeserializer())
                .readKeyValuesToMap()
                .forEach((name, count) -> {
                    var parts = name.key().split("/", -1);
                    var dimension = parts.length > 1 ? parts[1] : CommonMetrics.TOTAL;
                    found.cell(
                            metric,
                            Granularity.DAY,
                            parts[0],
                            dimension,
                            name.window().startTime(),
                            BigDecimal.valueOf(count));
                });
    }

    private static Map<String, String> only(Results results, String... prefixes) {
        return results.values().entrySet().stream()
                .filter(value ->
                        value.getKey().startsWith(prefixes[0]) || value.getKey().startsWith(prefixes[1]))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "dsl-test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return properties;
    }
}
