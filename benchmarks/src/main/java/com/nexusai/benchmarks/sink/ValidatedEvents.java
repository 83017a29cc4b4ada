package com.nexusai.benchmarks.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.benchmarks.codec.LifelikeEvents;
import com.nexusai.schema.event.EventReader;
import com.nexusai.schema.event.EventWriter;
import com.nexusai.schema.event.MalformedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Events as ingest-service would have left them on the topic. */
final class ValidatedEvents {
    private static final int PARTITIONS = 6;
    private static final Instant START = Instant.parse("2026-10-31T09:30:00Z");

    private final String servers;
    private final String topic;

    ValidatedEvents(String servers, String topic) {
        this.servers = servers;
        this.topic = topic;
    }

    void send(int count) throws MalformedEvent, ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "acks", "all", "compression.type", "lz4", "linger.ms", 20);
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
        var drafts = LifelikeEvents.make(1024);
        var lost = new AtomicReference<@Nullable Exception>();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                var draft = EventReader.read(drafts[i % drafts.length]);
                draft.tenantId = "acme";
                draft.eventId = new UUID(i * 0x9E3779B97F4A7C15L, i).toString();
                draft.userId = "u-" + i % 50_000;
                draft.timestamp = START.plusMillis(i);
                draft.receivedAt = START.plusMillis(i + 7L);
                var event = draft.toEvent();
                var row = new ProducerRecord<>(topic, event.key().getBytes(UTF_8), EventWriter.write(event));
                Future<?> _ = producer.send(row, (_, failure) -> note(failure, lost));
            }
            producer.flush();
        }
        if (lost.get() != null) {
            throw new ExecutionException("an event was not written", lost.get());
        }
    }

    private static void note(@Nullable Exception failure, AtomicReference<@Nullable Exception> lost) {
        if (failure != null) {
            lost.set(failure);
        }
    }
}
