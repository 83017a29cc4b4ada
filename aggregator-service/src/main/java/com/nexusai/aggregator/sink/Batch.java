package com.nexusai.aggregator.sink;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Records that are written together or not at all. */
public final class Batch {
    private final List<ConsumerRecord<byte[], byte[]>> records;

    Batch(List<ConsumerRecord<byte[], byte[]>> records) {
        this.records = List.copyOf(records);
    }

    public List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    /**
     * Names exactly this content, so that ClickHouse knows it when it comes again after an answer that was lost:
     * for each partition the first and last offset and the number of records.
     */
    public String token() {
        return ranges().entrySet().stream()
                .map(range -> range.getKey() + ":" + range.getValue())
                .collect(Collectors.joining(","));
    }

    /** Where to go on once the batch is written. */
    Map<TopicPartition, OffsetAndMetadata> next() {
        return ranges().entrySet().stream()
                .collect(Collectors.toMap(
                        range -> partition(range.getValue()),
                        range -> new OffsetAndMetadata(range.getValue().last + 1)));
    }

    private TopicPartition partition(Range range) {
        return new TopicPartition(range.topic, range.partition);
    }

    private Map<String, Range> ranges() {
        var ranges = new TreeMap<String, Range>();
        for (var record : records) {
            ranges.merge(
                    record.topic() + '-' + record.partition(),
                    new Range(record.topic(), record.partition(), record.offset(), record.offset(), 1),
                    Range::join);
        }
        return ranges;
    }

    private record Range(String topic, int partition, long first, long last, int count) {
        Range join(Range later) {
            return new Range(topic, partition, first, later.last, count + later.count);
        }

        @Override
        public String toString() {
            return first + "-" + last + "/" + count;
        }
    }
}
