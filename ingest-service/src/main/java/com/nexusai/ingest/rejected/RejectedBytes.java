package com.nexusai.ingest.rejected;

import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The rejected records themselves, read from the topic one by one where somebody wants to see them. */
public final class RejectedBytes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So many records are sooner read over than fetched past. */
    private static final long WORTH_A_JUMP = 1_000;

    private final Consumer<byte[], byte[]> consumer;

    public RejectedBytes(KafkaClients clients) {
        this.consumer = clients.reader("rejected-bytes", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Null where the topic no longer has it. */
    public @Nullable ConsumerRecord<byte[], byte[]> read(RejectedId id) {
        return readAll(List.of(id)).get(id);
    }

    /** Those that the topic still has. Many are read in their order, each partition in one go. */
    public synchronized Map<RejectedId, ConsumerRecord<byte[], byte[]>> readAll(Collection<RejectedId> ids) {
        var wanted = new TreeMap<Integer, TreeSet<Long>>();
        ids.forEach(id ->
                wanted.computeIfAbsent(id.partition(), _ -> new TreeSet<>()).add(id.offset()));
        var found = new HashMap<RejectedId, ConsumerRecord<byte[], byte[]>>();
        wanted.forEach((partition, offsets) -> readInto(found, partition, offsets));
        return found;
    }

    private void readInto(Map<RejectedId, ConsumerRecord<byte[], byte[]>> found, int number, SortedSet<Long> wanted) {
        var partition = new TopicPartition(Topics.EVENTS_REJECTED.name(), number);
        consumer.assign(Set.of(partition));
        consumer.seek(partition, wanted.getFirst());
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.isEmpty() && System.nanoTime() < until) {
            for (var row : consumer.poll(Duration.ofMillis(200))) {
                if (wanted.remove(row.offset())) {
                    found.put(new RejectedId(number, row.offset()), row);
                    until = System.nanoTime() + PATIENCE.toNanos();
                }
            }
            long position = consumer.position(partition);
            // those behind are gone
            wanted.headSet(position).clear();
            if (!wanted.isEmpty() && wanted.getFirst() - position > WORTH_A_JUMP) {
                consumer.seek(partition, wanted.getFirst());
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            consumer.close();
        } catch (InterruptException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
