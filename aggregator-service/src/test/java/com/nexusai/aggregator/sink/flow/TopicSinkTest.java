package com.nexusai.aggregator.sink.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What a broker can do to a sink, but not on demand. */
class TopicSinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SinkSettings SETTINGS = new SinkSettings(1000, Duration.ofMillis(20));
    private static final TopicPartition PARTITION = new TopicPartition(Topics.EVENTS_VALIDATED.name(), 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final Set<Long> written = new ConcurrentSkipListSet<>();

    @Test
    void shouldKeepTheRecordsThatComeWithTheRebalanceWhileTheTargetIsAway() {
        var away = new AtomicBoolean(true);
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(PARTITION));
            add(0, 3);
        });
        try (var sink = sink(batch -> () -> {
            if (away.get()) {
                throw new IllegalStateException("the target is away");
            }
            batch.records().forEach(record -> written.add(record.offset()));
        })) {
            sink.start();
            await().atMost(PATIENCE).until(() -> !sink.check().up());

            // taken away, given back and read again from what was committed, all inside one poll
            var moved = new AtomicBoolean();
            consumer.schedulePollTask(() -> {
                consumer.rebalance(List.of());
                consumer.rebalance(List.of(PARTITION));
                consumer.seek(PARTITION, 0);
                add(0, 3);
                moved.set(true);
            });
            await().atMost(PATIENCE).untilTrue(moved);
            away.set(false);
            consumer.schedulePollTask(() -> add(3, 6));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(written).containsExactly(0L, 1L, 2L, 3L, 4L, 5L));
            await().atMost(PATIENCE).until(() -> sink.check().up());
        }
    }

    @Test
    void shouldNotCallItselfAliveWhenItsThreadHasEnded() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(PARTITION));
            add(0, 1);
        });
        try (var sink = sink(batch -> () -> {
            throw new NoClassDefFoundError("a library is missing");
        })) {
            sink.start();

            await().dontCatchUncaughtExceptions()
                    .atMost(PATIENCE)
                    .until(() -> !sink.alive().up());
            assertThat(sink.check().up()).isFalse();
        }
    }

    private TopicSink sink(BatchWriter target) {
        return new TopicSink(
                "test", Topics.EVENTS_VALIDATED, () -> consumer, target, SETTINGS, new SimpleMeterRegistry());
    }

    private void add(long from, long to) {
        for (long offset = from; offset < to; offset++) {
            consumer.addRecord(
                    new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, new byte[0], new byte[0]));
        }
    }
}
