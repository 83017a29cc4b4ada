package com.nexusai.devstack.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** How many records each topic holds. Small topics are read and counted, of large ones the span of offsets is told. */
record TopicCounts(String topic, int partitions, long records, boolean exact) {
    private static final long SMALL = 20_000;

    static List<TopicCounts> read(Consumer<byte[], byte[]> consumer) {
        var counts = new ArrayList<TopicCounts>();
        for (var topic : new TreeMap<>(consumer.listTopics()).entrySet()) {
            if (!topic.getKey().startsWith("__")) {
                counts.add(count(consumer, topic.getKey(), topic.getValue()));
            }
        }
        return counts;
    }

    private static TopicCounts count(Consumer<byte[], byte[]> consumer, String topic, List<PartitionInfo> infos) {
        var partitions = infos.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        var ends = consumer.endOffsets(partitions);
        long span = sum(ends) - sum(consumer.beginningOffsets(partitions));
        if (span == 0 || span > SMALL) {
            return new TopicCounts(topic, partitions.size(), span, span == 0);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        LastRecords.readUntil(ends, consumer, found);
        return new TopicCounts(topic, partitions.size(), found.size(), true);
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
