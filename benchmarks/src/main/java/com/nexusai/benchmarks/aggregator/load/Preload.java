package com.nexusai.benchmarks.aggregator.load;

import com.nexusai.benchmarks.aggregator.result.Results;
import com.nexusai.benchmarks.aggregator.result.Tally;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.schema.event.EventWriter;
import com.nexusai.schema.topic.Topics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts all events on their topic before anybody reads, and counts on the side what must come out. */
public final class Preload {
    private static final Map<String, Object> IN_BULK = Map.of("linger.ms", 50, "batch.size", 512 * 1024);

    private final KafkaClients clients;

    public Preload(KafkaClients clients) {
        this.clients = clients;
    }

    /** @return what every contender must find */
    public Results run(Workload workload) {
        var events = new Events(workload);
        var tally = new Tally();
        var failed = new AtomicReference<@Nullable Exception>();
        try (var producer = clients.producer("preload", new StringSerializer(), new ByteArraySerializer(), IN_BULK)) {
            for (int i = 0; i < workload.events(); i++) {
                var event =
                        events.next(workload.begin().plusMillis(workload.span().toMillis() * i / workload.events()));
                tally.add(event);
                var _ = producer.send(
                        new ProducerRecord<>(Topics.EVENTS_VALIDATED.name(), event.key(), EventWriter.write(event)),
                        (_, failure) -> failed.compareAndSet(null, failure));
            }
            producer.flush();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("not all events are on their topic", failed.get());
        }
        return tally.results();
    }
}
