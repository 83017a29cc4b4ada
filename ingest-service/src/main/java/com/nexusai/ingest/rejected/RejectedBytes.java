package com.nexusai.ingest.rejected;

import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The rejected records themselves, read from the topic one by one where somebody wants to see them. */
public final class RejectedBytes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;

    public RejectedBytes(KafkaClients clients) {
        this.consumer = clients.reader("rejected-bytes", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Null where the topic no longer has it. */
    public synchronized @Nullable ConsumerRecord<byte[], byte[]> read(RejectedId id) {
        var partition = new TopicPartition(Topics.EVENTS_REJECTED.name(), id.partition());
        consumer.assign(Set.of(partition));
        consumer.seek(partition, id.offset());
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            for (var row : consumer.poll(Duration.ofMillis(200))) {
                return row.offset() == id.offset() ? row : null;
            }
            if (consumer.position(partition) > id.offset()) {
                return null;
            }
        }
        return null;
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
