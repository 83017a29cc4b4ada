package com.nexusai.aggregator.sink.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Records that are written together, in the order in which they were read. */
public record Batch(List<ConsumerRecord<byte[], byte[]>> records) {
    public Batch {
        records = List.copyOf(records);
    }

    /** Where to go on once the batch is written. */
    Map<TopicPartition, OffsetAndMetadata> next() {
        return OffsetRanges.of(records).byPartition().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        range -> new OffsetAndMetadata(range.getValue().last() + 1)));
    }
}
