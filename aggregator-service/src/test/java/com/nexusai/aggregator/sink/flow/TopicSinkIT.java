package com.nexusai.aggregator.sink.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.devstack.DevStack;
import com.nexusai.schema.topic.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sink promises its target: every record, and after a refusal the very same batch again. */
class TopicSinkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final DevStack STACK = DevStack.shared();
    private static final SinkSettings SETTINGS = new SinkSettings(10, Duration.ofMillis(100));

    private final String name = "sink-" + UUID.randomUUID();
    private final Topic<byte[], byte[]> topic =
            new Topic<>(name, Serdes.ByteArray(), Serdes.ByteArray(), "any", "any", Duration.ofDays(1), null);
    private final List<String> written = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void createTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", STACK.kafkaBootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }
    }

    @Test
    void shouldBringTheSameBatchAgainUntilItIsTaken() {
        var tokens = Collections.synchronizedList(new ArrayList<String>());
        var attempts = new AtomicInteger();
        send(0, 5);
        try (var sink = sink(batch -> {
            var token = OffsetRanges.of(batch.records()).token();
            return () -> {
                tokens.add(token);
                if (attempts.incrementAndGet() < 4) {
                    throw new IllegalStateException("the target is away");
                }
                take(batch);
            };
        })) {
            sink.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(attempts).hasValueGreaterThanOrEqualTo(2));
            assertThat(sink.check().up()).isFalse();
            assertThat(sink.check().details()).containsEntry("reason", "the target is away");
            assertThat(sink.alive().up()).as("it waits, and is alive").isTrue();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(written).hasSize(5));
            assertThat(tokens.subList(0, 4)).containsOnly(tokens.getFirst());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sink.check().up()).isTrue());
        }
    }

    @Test
    void shouldGoOnWhereItWasWhenItStartsAgain() {
        send(0, 25);
        try (var sink = sink(batch -> () -> take(batch))) {
            sink.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(written).hasSize(25));
        }

        send(25, 40);
        try (var sink = sink(batch -> () -> take(batch))) {
            sink.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(written).hasSizeGreaterThanOrEqualTo(40));
        }

        assertThat(written).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void shouldReadAgainWhatWasNotWrittenWhenItStopped() {
        send(0, 5);
        try (var sink = sink(batch -> () -> {
            throw new IllegalStateException("the target is away");
        })) {
            sink.start();
            await().atMost(PATIENCE).until(() -> !sink.check().up());
        }

        try (var sink = sink(batch -> () -> take(batch))) {
            sink.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(written).hasSize(5));
        }
    }

    private void take(Batch batch) {
        batch.records().forEach(record -> written.add(new String(record.value(), UTF_8)));
    }

    private TopicSink sink(BatchWriter writer) {
        return new TopicSink(name, topic, this::consumer, writer, SETTINGS, new SimpleMeterRegistry());
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        STACK.kafkaBootstrapServers(),
                        "group.id",
                        name,
                        "group.instance.id",
                        name,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "partition.assignment.strategy",
                        RangeAssignor.class.getName()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private void send(int from, int to) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", STACK.kafkaBootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = from; i < to; i++) {
                producer.send(new ProducerRecord<>(name, Integer.toString(i).getBytes(UTF_8)));
            }
        }
    }
}
