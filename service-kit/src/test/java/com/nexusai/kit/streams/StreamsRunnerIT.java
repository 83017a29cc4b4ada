package com.nexusai.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TestKafka;
import com.nexusai.kit.kafka.TestTopics;
import com.nexusai.kit.kafka.TopicCreator;
import com.nexusai.schema.topic.Topic;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamsRunnerIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final KafkaClients clients =
            TestKafka.clients("STATE_DIR", TestKafka.folder().toString(), "INSTANCE_ID", "one");
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void shouldSendPoisonToDeadLettersAndGoOnWhenTheyAreNamed() {
        var in = created("runner-in");
        var out = created("runner-out");
        var dead = created("runner-dead");
        DeadLetters letters =
                (failed, failure) -> new ProducerRecord<>(dead.name(), failed.sourceRawKey(), failed.sourceRawValue());
        var app = StreamsApp.exactlyOnce("runner-letters", topology(in, out)).deadLettersTo(letters);

        try (var runner = new StreamsRunner(app, clients, meters);
                var results = new CompactedView<>(out, clients, (key, before, after) -> {});
                var poison = new CompactedView<>(dead, clients, (key, before, after) -> {})) {
            runner.start();
            results.start();
            poison.start();
            await().atMost(SOON).until(() -> runner.readiness().check().up());

            send(in, "ok", 4);
            send(in, "zero", 0);
            TestKafka.send(clients, in.name(), "garbage", "not four".getBytes(StandardCharsets.UTF_8));
            send(in, "last", 50);

            await().atMost(SOON).untilAsserted(() -> {
                assertThat(results.entries()).containsOnlyKeys("ok", "last");
                assertThat(poison.get("zero")).isZero();
            });
            assertThat(runner.liveness().check().up()).isTrue();
            assertThat(meters.scrape())
                    .contains("fleet_streams_poison_total{stage=\"processing\"} 1.0")
                    .contains("fleet_streams_poison_total{stage=\"reading\"} 1.0")
                    .contains("kafka_stream_");
        }
    }

    @Test
    void shouldStopAndFailLivenessRatherThanDropWhenNoDeadLettersAreNamed() {
        var in = created("runner-strict-in");
        var out = created("runner-strict-out");
        var app = StreamsApp.exactlyOnce("runner-strict", topology(in, out));

        try (var runner = new StreamsRunner(app, clients, meters)) {
            runner.start();
            await().atMost(SOON).until(() -> runner.readiness().check().up());
            assertThat(runner.liveness().check().up()).isTrue();

            send(in, "zero", 0);

            await().atMost(SOON).until(() -> !runner.liveness().check().up());
            assertThat(runner.readiness().check().up()).isFalse();
        }
    }

    @Test
    void shouldRefuseTopologiesWhoseStoresHaveNoName() {
        var builder = new StreamsBuilder();
        builder.stream("any", Consumed.with(Serdes.String(), Serdes.Integer()))
                .groupByKey(Grouped.with(Serdes.String(), Serdes.Integer()))
                .count();
        var app = StreamsApp.exactlyOnce("runner-nameless", builder.build());

        assertThatThrownBy(() -> new StreamsRunner(app, clients, meters))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KSTREAM-AGGREGATE-STATE-STORE");
    }

    private static Topology topology(Topic<String, Integer> in, Topic<String, Integer> out) {
        var builder = new StreamsBuilder();
        builder.stream(in.name(), Consumed.with(in.keySerde(), in.valueSerde()).withName("in"))
                .mapValues(number -> 100 / number, Named.as("divide"))
                .to(out.name(), Produced.with(out.keySerde(), out.valueSerde()).withName("out"));
        return builder.build();
    }

    private Topic<String, Integer> created(String name) {
        var topic = TestTopics.compacted(name);
        new TopicCreator(clients).ensure(List.of(topic));
        return topic;
    }

    private void send(Topic<String, Integer> topic, String key, int value) {
        TestKafka.send(
                clients, topic.name(), key, ByteBuffer.allocate(4).putInt(value).array());
    }
}
