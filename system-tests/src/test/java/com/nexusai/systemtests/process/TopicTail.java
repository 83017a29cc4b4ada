package com.nexusai.systemtests.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Sees what comes onto a topic from now on, also what nobody has committed yet. */
public final class TopicTail implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    public TopicTail(String topic, String bootstrapServers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_uncommitted");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // seeking is lazy: without this, the end would be looked for later
        partitions.forEach(consumer::position);
    }

    /** @return how many came until at least so many had, or the time was over */
    public int await(int records, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        int seen = 0;
        while (seen < records && System.nanoTime() < until) {
            seen += consumer.poll(Duration.ofMillis(20)).count();
        }
        return seen;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
