package com.nexusai.benchmarks.ingest;

import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.streams.StreamsApp;
import com.nexusai.kit.streams.StreamsRunner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;

/** How fast a topology goes through a topic that is full already, by the offsets that it commits. */
final class StreamThroughput {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaClients clients;
    private final String topic;
    private final long events;
    private int runs;

    StreamThroughput(KafkaClients clients, String topic, long events) {
        this.clients = clients;
        this.topic = topic;
        this.events = events;
    }

    /**
     * Runs it under a name of its own, from the beginning of the topic.
     *
     * @return events a second, from the first commit to the last: joining the group is not the topology's work
     */
    double of(String name, Topology topology, Map<String, Object> settings)
            throws InterruptedException, ExecutionException {
        var application = "bench-" + name + "-" + ++runs;
        var app = StreamsApp.exactlyOnce(application, topology).with(settings);
        try (var admin = clients.admin();
                var runner = new StreamsRunner(app, clients, new SimpleMeterRegistry())) {
            runner.start();
            long first = await(admin, application, 1);
            long start = System.nanoTime();
            await(admin, application, events);
            return (events - first) * 1e9 / (System.nanoTime() - start);
        }
    }

    private long await(Admin admin, String application, long atLeast) throws InterruptedException, ExecutionException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (long done = committed(admin, application); ; done = committed(admin, application)) {
            if (done >= atLeast) {
                return done;
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(application + " is at " + done + " of " + events + " events");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private long committed(Admin admin, String application) throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(one -> one.getKey().topic().equals(topic) && one.getValue() != null)
                .mapToLong(one -> one.getValue().offset())
                .sum();
    }
}
