package com.nexusai.aggregator.sink.flow;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Which records: for each partition the first and last offset and how many there are between. */
public record OffsetRanges(Map<TopicPartition, Range> byPartition) {
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    public record Range(long first, long last, int count) {
        private Range join(Range later) {
            return new Range(first, later.last, count + later.count);
        }

        @Override
        public String toString() {
            return first + "-" + last + "/" + count;
        }
    }

    public static OffsetRanges of(List<ConsumerRecord<byte[], byte[]>> records) {
        var ranges = new TreeMap<TopicPartition, Range>(ORDER);
        for (var record : records) {
            ranges.merge(
                    new TopicPartition(record.topic(), record.partition()),
                    new Range(record.offset(), record.offset(), 1),
                    Range::join);
        }
        return new OffsetRanges(ranges);
    }

    /**
     * Names exactly these records, so that a target knows them when they come again after an answer that was lost. What
     * lies on a topic never changes, and compaction, which may take records away, changes the number.
     */
    public String token() {
        return byPartition.entrySet().stream()
                .map(range -> range.getKey() + ":" + range.getValue())
                .collect(Collectors.joining(","));
    }
}
