package com.nexusai.ingest.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.event.EventHeaders;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.rejection.RejectionHeaders;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rejected topic, as much of its end as the shelf can hold, and the audit log for what of it was sent on; then
 * follows both. Every instance has all of it, so any can answer.
 */
public final class RejectedFollower implements Part {
    public static final String RESUBMITTED = "rejected-event-resubmitted";
    static final String SUBJECT = "rejected-event/";

    private static final Logger LOG = LoggerFactory.getLogger(RejectedFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final RejectedShelf shelf;
    private final InstantSource clock;
    private final int capacity;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopping;

    public RejectedFollower(KafkaClients clients, RejectedShelf shelf, int capacity, InstantSource clock) {
        this.clients = clients;
        this.shelf = shelf;
        this.capacity = capacity;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("rejected-events").unstarted(this::follow);
    }

    @Override
    public void start() {
        thread.start();
    }

    public HealthCheck liveness() {
        return HealthCheck.of("rejected-events", () -> Status.of(thread.isAlive()));
    }

    /** @return whether everything up to these offsets has been read in time */
    boolean awaitRead(Map<TopicPartition, Long> ends, Duration timeout) {
        long until = System.nanoTime() + timeout.toNanos();
        synchronized (positions) {
            while (!ends.entrySet().stream()
                    .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                long millis = (until - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                try {
                    positions.wait(millis);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (!stopping) {
            try (var consumer =
                    clients.reader("rejected-events", new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                seek(consumer);
                while (!stopping) {
                    consumer.poll(POLL).forEach(this::take);
                    shelf.forgetOlderThan(clock.instant().minus(RETENTION));
                    moved(consumer);
                }
            } catch (RuntimeException failure) {
                LOG.warn("following the rejected events failed; connecting again", failure);
                pause();
            }
        }
    }

    private void seek(Consumer<byte[], byte[]> consumer) {
        var partitions = Stream.of(Topics.EVENTS_REJECTED.name(), Topics.AUDIT_LOG.name())
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        var begins = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        var since = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition ->
                since.put(partition, clock.instant().minus(RETENTION).toEpochMilli()));
        var recent = consumer.offsetsForTimes(since);
        for (var partition : partitions) {
            var known = positions.get(partition);
            var first = recent.get(partition);
            long from = first == null ? ends.getOrDefault(partition, 0L) : first.offset();
            if (partition.topic().equals(Topics.EVENTS_REJECTED.name())) {
                from = Math.max(from, ends.getOrDefault(partition, 0L) - capacity);
            }
            consumer.seek(partition, known != null ? known : Math.max(from, begins.getOrDefault(partition, 0L)));
        }
    }

    private void moved(Consumer<byte[], byte[]> consumer) {
        synchronized (positions) {
            consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
            positions.notifyAll();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> row) {
        if (row.topic().equals(Topics.AUDIT_LOG.name())) {
            takeAudit(row);
        } else if (Topics.EVENTS.name().equals(text(row.headers(), RejectionHeaders.ORIGIN_TOPIC))) {
            shelf.add(entry(row));
        }
    }

    private void takeAudit(ConsumerRecord<byte[], byte[]> row) {
        try {
            var entry = Topics.AUDIT_LOG.valueSerde().deserializer().deserialize(row.topic(), row.value());
            if (entry != null
                    && entry.action().equals(RESUBMITTED)
                    && entry.subject().startsWith(SUBJECT)) {
                RejectedId.parse(entry.subject().substring(SUBJECT.length())).ifPresent(shelf::markResubmitted);
            }
        } catch (SerializationException poison) {
            LOG.error("{}-{}@{} cannot be read and is left out", row.topic(), row.partition(), row.offset(), poison);
        }
    }

    private static RejectedEntry entry(ConsumerRecord<byte[], byte[]> row) {
        var key = row.key() == null ? "" : new String(row.key(), UTF_8);
        var tenant = EventKey.tenantOf(key);
        var headers = row.headers();
        return new RejectedEntry(
                new RejectedId(row.partition(), row.offset()),
                tenant,
                key.length() > tenant.length() ? key.substring(tenant.length() + 1) : "",
                orElse(text(headers, RejectionHeaders.CODE), "malformed"),
                text(headers, RejectionHeaders.FIELD),
                orElse(text(headers, RejectionHeaders.DETAIL), ""),
                orElse(text(headers, EventHeaders.SOURCE), "kafka"),
                text(headers, EventHeaders.PRODUCER),
                Instant.ofEpochMilli(row.timestamp()),
                row.value() == null ? 0 : row.value().length);
    }

    static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String orElse(@Nullable String text, String fallback) {
        return text == null ? fallback : text;
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
