package com.nexusai.moderation.asking;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the records of a topic beside each other, a bounded number at a time, each on a virtual thread. A record is
 * worked on at least once: again after a crash, and after it has moved to another instance.
 */
public final class Workers<V> implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 256;

    /** Interrupted when the service stops; what it has not finished is worked on again. */
    @FunctionalInterface
    public interface Work<V> {
        void on(V value, ConsumerRecord<byte[], byte[]> record) throws InterruptedException;
    }

    private final String name;
    private final Topic<String, V> topic;
    private final KafkaClients clients;
    private final Map<String, Object> settings;
    private final Work<V> work;
    private final Duration pause;
    private final OpenOffsets offsets = new OpenOffsets();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread reader;
    private volatile boolean stopping;

    /** @param from where a group that is new begins: {@code earliest} or {@code latest} */
    public Workers(String name, Topic<String, V> topic, String from, KafkaClients clients, Work<V> work) {
        this(name, topic, from, clients, work, RECONNECT);
    }

    Workers(String name, Topic<String, V> topic, String from, KafkaClients clients, Work<V> work, Duration pause) {
        this.pause = pause;
        this.name = name;
        this.topic = topic;
        this.clients = clients;
        this.settings = Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, from, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
        this.work = work;
        this.reader = Thread.ofPlatform().daemon().name(name).unstarted(this::follow);
    }

    @Override
    public void start() {
        reader.start();
    }

    public HealthCheck liveness() {
        return HealthCheck.of(name, () -> Status.of(reader.isAlive()).with("underWay", offsets.open()));
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
        try {
            reader.join(STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (!stopping) {
            var bytes = new ByteArrayDeserializer();
            var group = clients.config().service() + "-" + name;
            try (var consumer = clients.groupConsumer(name, group, bytes, bytes, settings)) {
                read(consumer);
            } catch (RuntimeException failure) {
                LOG.warn("following {} failed; connecting again", topic.name(), failure);
                if (!pause()) {
                    stopping = true;
                }
            }
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        consumer.subscribe(List.of(topic.name()), new Forgetting());
        while (!stopping) {
            // it polls on while it is busy, or the group would take it for dead
            if (offsets.open() >= MOST_AT_ONCE) {
                consumer.pause(consumer.assignment());
            } else {
                consumer.resume(consumer.paused());
            }
            consumer.poll(POLL).forEach(this::begin);
            var done = offsets.toCommit();
            if (!done.isEmpty()) {
                consumer.commitSync(done);
            }
        }
    }

    private void begin(ConsumerRecord<byte[], byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        offsets.begun(partition, record.offset());
        threads.execute(() -> {
            if (worked(record)) {
                offsets.done(partition, record.offset());
            }
        });
    }

    /** Whether it need not be worked on again. While Kafka cannot take what comes of it, it is tried again and again. */
    boolean worked(ConsumerRecord<byte[], byte[]> record) {
        while (true) {
            try {
                var value = topic.valueSerde().deserializer().deserialize(record.topic(), record.value());
                if (value != null) {
                    work.on(value, record);
                }
                return true;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            } catch (SerializationException poison) {
                LOG.error("{}-{}@{} cannot be read", record.topic(), record.partition(), record.offset(), poison);
                return true;
            } catch (KafkaException | Problem passing) {
                LOG.warn(
                        "{}-{}@{} again, since it failed",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        passing);
                if (!pause()) {
                    return false;
                }
            } catch (RuntimeException failure) {
                LOG.error("{}-{}@{} was not worked on", record.topic(), record.partition(), record.offset(), failure);
                return true;
            }
        }
    }

    private final class Forgetting implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(offsets::forget);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(offsets::forget);
        }
    }

    /** Whether it was not interrupted. */
    private boolean pause() {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
