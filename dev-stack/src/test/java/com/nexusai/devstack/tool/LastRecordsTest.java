package com.nexusai.devstack.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LastRecordsTest {
    private static final TopicPartition LEFT = new TopicPartition("topic", 0);
    private static final TopicPartition RIGHT = new TopicPartition("topic", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());

    @Test
    void shouldGiveTheNewestOfAllPartitionsInOrderOfTime() {
        given(LEFT, 100, 300);
        given(RIGHT, 200, 400);

        var last = LastRecords.read(consumer, List.of(LEFT, RIGHT), 3);

        assertThat(last).extracting(ConsumerRecord::timestamp).containsExactly(200L, 300L, 400L);
    }

    @Test
    void shouldGiveNothingWhenThereIsNothing() {
        given(LEFT);

        assertThat(LastRecords.read(consumer, List.of(LEFT), 10)).isEmpty();
    }

    private void given(TopicPartition partition, long... times) {
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, (long) times.length));
        consumer.schedulePollTask(() -> {
            for (int offset = 0; offset < times.length; offset++) {
                consumer.addRecord(record(partition, offset, times[offset]));
            }
        });
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset, long time) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                time,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                new byte[] {1},
                new RecordHeaders(),
                Optional.empty());
    }
}
