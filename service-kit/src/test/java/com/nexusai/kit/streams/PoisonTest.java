package com.nexusai.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoisonTest {
    private static final DeadLetters LETTERS =
            (failed, failure) -> new ProducerRecord<>("dead", failed.sourceRawKey(), failed.sourceRawValue());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    @Test
    void shouldKeepTheBytesWhenARecordCannotBeRead() {
        try (var driver = driver(LETTERS)) {
            var numbers = driver.createInputTopic("numbers", new StringSerializer(), new ByteArraySerializer());

            numbers.pipeInput("k", "not four".getBytes(StandardCharsets.UTF_8));
            numbers.pipeInput("k", new IntegerSerializer().serialize("", 4));

            assertThat(dead(driver)).isEqualTo("not four");
            assertThat(results(driver)).isEqualTo("25");
            assertThat(meters.counter("fleet.streams.poison", "stage", "reading")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldGoOnWhenAProcessorThrowsAtARecord() {
        try (var driver = driver(LETTERS)) {
            var numbers = driver.createInputTopic("numbers", new StringSerializer(), new IntegerSerializer());

            numbers.pipeInput("k", 0);
            numbers.pipeInput("k", 4);

            assertThat(driver.createOutputTopic("dead", new StringDeserializer(), new ByteArrayDeserializer())
                            .readKeyValue()
                            .value)
                    .containsExactly(0, 0, 0, 0);
            assertThat(results(driver)).isEqualTo("25");
            assertThat(meters.counter("fleet.streams.poison", "stage", "processing")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldStopRatherThanDropWhenNoDeadLettersAreNamed() {
        try (var driver = driver(null)) {
            var numbers = driver.createInputTopic("numbers", new StringSerializer(), new IntegerSerializer());

            assertThatThrownBy(() -> numbers.pipeInput("k", 0)).hasRootCauseInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void shouldFailAndTryAgainWhenTheWorldIsToBlame() {
        try (var driver = driver(LETTERS)) {
            var numbers = driver.createInputTopic("numbers", new StringSerializer(), new IntegerSerializer());

            assertThatThrownBy(() -> numbers.pipeInput("k", 13)).hasRootCauseInstanceOf(TimeoutException.class);
            assertThat(driver.createOutputTopic("dead", new StringDeserializer(), new StringDeserializer())
                            .isEmpty())
                    .isTrue();
        }
    }

    private TopologyTestDriver driver(DeadLetters letters) {
        var config = ServiceConfig.from(Env.of(Map.of("STATE_DIR", folder.toString())), "test", 0);
        // the driver forgets what was sent in a transaction without any processed record
        var app = StreamsApp.atLeastOnce("test", topology());
        Properties properties =
                StreamsProperties.of(app, config, Map.of(PoisonPolicy.SETTING, new PoisonPolicy(letters, meters)));
        return new TopologyTestDriver(app.topology(), properties);
    }

    private static Topology topology() {
        var builder = new StreamsBuilder();
        builder.stream(
                        "numbers",
                        Consumed.with(Serdes.String(), Serdes.Integer()).withName("numbers"))
                .mapValues(PoisonTest::divide, Named.as("divide"))
                .to("results", Produced.with(Serdes.String(), Serdes.String()).withName("results"));
        return builder.build();
    }

    private static String divide(int number) {
        if (number == 13) {
            throw new TimeoutException("a neighbour is away");
        }
        return Integer.toString(100 / number);
    }

    private static String dead(TopologyTestDriver driver) {
        return driver.createOutputTopic("dead", new StringDeserializer(), new StringDeserializer())
                .readValue();
    }

    private static String results(TopologyTestDriver driver) {
        return driver.createOutputTopic("results", new StringDeserializer(), new StringDeserializer())
                .readValue();
    }
}
