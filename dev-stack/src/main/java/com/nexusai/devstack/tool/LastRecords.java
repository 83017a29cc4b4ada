package com.nexusai.devstack.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The last records of some partitions, oldest first. Offsets do not tell how many there are, as transaction markers
 * have offsets too and compaction leaves gaps; so it looks further and further back until it has enough.
 */
final class LastRecords {
    static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int WIDER = 8;
    private static final Comparator<ConsumerRecord<byte[], byte[]>> BY_TIME =
            Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                    .thenComparingInt(ConsumerRecord::partition)
                    .thenComparingLong(ConsumerRecord::offset);

    private LastRecords() {}

    /** Leaves the consumer at the end of what it has read, ready to follow. */
    static List<ConsumerRecord<byte[], byte[]>> read(
            Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions, int wanted) {
        consumer.assign(partitions);
        var begins = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        for (long back = (long) WIDER * (wanted + 1); ; back *= WIDER) {
            boolean all = true;
            for (var end : ends.entrySet()) {
                long begin = begins.getOrDefault(end.getKey(), 0L);
                all &= end.getValue() - back <= begin;
                consumer.seek(end.getKey(), Math.max(begin, end.getValue() - back));
            }
            var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            readUntil(ends, consumer, found);
            if (found.size() >= wanted || all) {
                found.sort(BY_TIME);
                return found.subList(Math.max(0, found.size() - wanted), found.size());
            }
        }
    }

    /** Reads on until each partition stands at its end. */
    static void readUntil(
            Map<TopicPartition, Long> ends,
            Consumer<byte[], byte[]> consumer,
            Collection<ConsumerRecord<byte[], byte[]>> found) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(PATIENCE).forEach(found::add);
        }
    }
}
