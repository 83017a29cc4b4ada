package com.nexusai.benchmarks.aggregator.fresh;

import com.nexusai.benchmarks.aggregator.load.Events;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventWriter;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events as they would happen now, so many a second, and probes among them. */
final class PacedLoad implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(5);
    private static final int PROBES_PER_SECOND = 20;

    private final Producer<String, byte[]> producer;
    private final Events events;
    private final Probes probes;
    private final int partitions;
    private final int perSecond;
    private final Thread thread = Thread.ofPlatform().name("load").unstarted(this::run);
    private volatile boolean stopped;
    private final AtomicLong sent = new AtomicLong();

    PacedLoad(KafkaClients clients, Events events, Probes probes, int partitions, int perSecond) {
        this.producer = clients.producer(
                "load", new StringSerializer(), new ByteArraySerializer(), Map.of("delivery.timeout.ms", 60_000));
        this.events = events;
        this.probes = probes;
        this.partitions = partitions;
        this.perSecond = perSecond;
    }

    void start() {
        thread.start();
    }

    /** Events without probes. */
    long sent() {
        return sent.get();
    }

    private void run() {
        long begun = System.nanoTime();
        long probed = 0;
        try {
            while (!stopped) {
                double seconds = (System.nanoTime() - begun) / 1e9;
                while (sent.get() < seconds * perSecond) {
                    send(events.next(Instant.now()), (_, _) -> {});
                    sent.incrementAndGet();
                }
                for (; probed < seconds * PROBES_PER_SECOND; probed++) {
                    probeEachPartition();
                }
                Thread.sleep(BEAT);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private void probeEachPartition() {
        for (int partition = 0; partition < partitions; partition++) {
            var probe = probes.next(partition, Instant.now());
            send(probe, (written, failure) -> {
                if (failure == null) {
                    probes.appended(probe, written.timestamp());
                }
            });
        }
    }

    private void send(Event event, Callback written) {
        var _ = producer.send(
                new ProducerRecord<>(Topics.EVENTS_VALIDATED.name(), event.key(), EventWriter.write(event)), written);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
