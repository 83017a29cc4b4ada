package com.nexusai.kit.kafka;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.topic.Topic;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compacted topic as a map: read to its end, then followed. It outlives every fault of Kafka by connecting again and
 * going on where it was. A record that cannot be read is logged and leaves the key's last good value.
 */
public final class CompactedView<K, V> implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(CompactedView.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final Duration WEDGED = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(5);

    /** Told of every change, in the order of the topic's partitions, on the view's own thread. */
    @FunctionalInterface
    public interface Listener<K, V> {
        void changed(K key, @Nullable V before, @Nullable V after);
    }

    private final Topic<K, V> topic;
    private final KafkaClients clients;
    private final Listener<K, V> listener;
    private final Map<K, V> entries = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Thread follower;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile long lastPoll = System.nanoTime();

    public CompactedView(Topic<K, V> topic, KafkaClients clients, Listener<K, V> listener) {
        this.topic = topic;
        this.clients = clients;
        this.listener = listener;
        this.follower =
                Thread.ofPlatform().daemon().name("view-" + topic.name()).unstarted(this::follow);
    }

    @Override
    public void start() {
        follower.start();
    }

    /** Whether everything that was on the topic at the start has been read. */
    public boolean caughtUp() {
        return loaded.getCount() == 0;
    }

    /** @return whether it caught up in time */
    public boolean awaitCaughtUp(Duration timeout) {
        try {
            return loaded.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public @Nullable V get(K key) {
        return entries.get(key);
    }

    /** A live, read-only view. */
    public Map<K, V> entries() {
        return Collections.unmodifiableMap(entries);
    }

    public HealthCheck liveness() {
        return HealthCheck.of("view-" + topic.name(), () -> {
            var silent = Duration.ofNanos(System.nanoTime() - lastPoll);
            var alive = follower.isAlive() && silent.compareTo(WEDGED) < 0;
            return Status.of(alive).with("secondsSincePoll", silent.toSeconds());
        });
    }

    public HealthCheck readiness() {
        return HealthCheck.of(
                "view-" + topic.name(), () -> Status.of(caughtUp()).with("entries", entries.size()));
    }

    @Override
    public void close() {
        stopping = true;
        try {
            follower.join(STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (!stopping) {
            lastPoll = System.nanoTime();
            try (var consumer =
                    clients.reader("view-" + topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                read(consumer);
            } catch (RuntimeException failure) {
                LOG.warn("following {} failed; connecting again", topic.name(), failure);
                pause();
            }
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .collect(Collectors.toSet());
        if (partitions.isEmpty()) {
            throw new TopicsUnusable("the topic " + topic.name() + " is missing");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        positions.forEach(consumer::seek);
        var ends = consumer.endOffsets(partitions);
        while (!stopping) {
            consumer.poll(POLL).forEach(this::apply);
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            if (ends.entrySet().stream().allMatch(this::reached)) {
                loaded.countDown();
            }
            lastPoll = System.nanoTime();
        }
    }

    private boolean reached(Map.Entry<TopicPartition, Long> end) {
        return positions.getOrDefault(end.getKey(), 0L) >= end.getValue();
    }

    private void apply(ConsumerRecord<byte[], byte[]> row) {
        try {
            var key = topic.keySerde().deserializer().deserialize(topic.name(), row.key());
            var after = topic.valueSerde().deserializer().deserialize(topic.name(), row.value());
            var before = after == null ? entries.remove(key) : entries.put(key, after);
            listener.changed(key, before, after);
        } catch (SerializationException poison) {
            LOG.error("{}-{}@{} cannot be read and is left out", topic.name(), row.partition(), row.offset(), poison);
        }
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }
}
