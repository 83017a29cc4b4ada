package com.nexusai.moderation.asking;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Which records are still worked on, so that what is committed never lies behind one that is not done. */
public final class OpenOffsets {
    private final Map<TopicPartition, Partition> partitions = new HashMap<>();

    private static final class Partition {
        private final TreeSet<Long> open = new TreeSet<>();
        private long next;
        private long committed = -1;
    }

    public synchronized void begun(TopicPartition partition, long offset) {
        var one = partitions.computeIfAbsent(partition, key -> new Partition());
        one.open.add(offset);
        one.next = Math.max(one.next, offset + 1);
    }

    /** Of a partition that is no longer ours nothing is remembered. */
    public synchronized void done(TopicPartition partition, long offset) {
        var one = partitions.get(partition);
        if (one != null) {
            one.open.remove(offset);
        }
    }

    public synchronized void forget(TopicPartition partition) {
        partitions.remove(partition);
    }

    public synchronized int open() {
        return partitions.values().stream().mapToInt(one -> one.open.size()).sum();
    }

    /** What can be committed and has not been handed out here before. */
    public synchronized Map<TopicPartition, OffsetAndMetadata> toCommit() {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        partitions.forEach((partition, one) -> {
            long done = one.open.isEmpty() ? one.next : one.open.first();
            if (done > one.committed) {
                one.committed = done;
                offsets.put(partition, new OffsetAndMetadata(done));
            }
        });
        return offsets;
    }
}
