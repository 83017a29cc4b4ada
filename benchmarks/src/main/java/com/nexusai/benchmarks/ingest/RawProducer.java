package com.nexusai.benchmarks.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Kafka's own producer, set up for throughput, with the same promise as the door's: all replicas, once and in order. */
final class RawProducer {
    private final String servers;
    private final String topic;

    RawProducer(String servers, String topic) {
        this.servers = servers;
        this.topic = topic;
    }

    /** @return events a second, the last acknowledgement included */
    double most(byte[][] keys, byte[][] events, Duration time) throws ExecutionException {
        long start = System.nanoTime();
        long until = start + time.toNanos();
        long sent = 0;
        var lost = new AtomicReference<@Nullable Exception>();
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            while (System.nanoTime() < until) {
                for (int i = 0; i < 1_000; i++) {
                    int next = (int) (sent++ % events.length);
                    send(producer, keys[next], events[next], lost);
                }
            }
            producer.flush();
        }
        check(lost);
        return sent * 1e9 / (System.nanoTime() - start);
    }

    /** Leaves the events on the topic, with these keys. */
    void fill(byte[][] keys, byte[][] events) throws ExecutionException {
        var lost = new AtomicReference<@Nullable Exception>();
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < events.length; i++) {
                send(producer, keys[i], events[i], lost);
            }
        }
        check(lost);
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                servers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "lz4",
                "linger.ms",
                20,
                "batch.size",
                256 * 1024,
                "buffer.memory",
                64L << 20);
    }

    private void send(
            KafkaProducer<byte[], byte[]> producer,
            byte[] key,
            byte[] event,
            AtomicReference<@Nullable Exception> lost) {
        var _ = producer.send(new ProducerRecord<>(topic, key, event), (_, failure) -> {
            if (failure != null) {
                lost.set(failure);
            }
        });
    }

    private static void check(AtomicReference<@Nullable Exception> lost) throws ExecutionException {
        if (lost.get() != null) {
            throw new ExecutionException("an event was not written", lost.get());
        }
    }
}
