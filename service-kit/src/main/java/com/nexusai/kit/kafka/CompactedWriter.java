package com.nexusai.kit.kafka;

import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the values of a compacted topic one at a time, over all instances of a service: each change opens the same
 * transactional id, which shuts out whoever held it, and only then reads what is there. So what a change is made from
 * is what it replaces. It is meant for definitions that people change, at a few changes a second.
 */
public final class CompactedWriter<V> {
    private static final Logger LOG = LoggerFactory.getLogger(CompactedWriter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Topic<String, V> topic;
    private final KafkaClients clients;

    public CompactedWriter(Topic<String, V> topic, KafkaClients clients) {
        this.topic = topic;
        this.clients = clients;
    }

    /** What the audit log is told of a change, or null; it is told if, and only if, the change is made. */
    @FunctionalInterface
    public interface Audit<V> {
        @Nullable
        AuditEntry entry(@Nullable V before, @Nullable V after);
    }

    /** A change of which the audit log is told nothing. */
    public @Nullable V change(String key, UnaryOperator<@Nullable V> change) {
        return change(key, change, (_, _) -> null);
    }

    /**
     * @param change from the value that is there now, or null, to the new one; null removes the key. What it throws is
     *     passed on, and nothing is changed.
     * @throws Problem 409 where another instance changed something at the same time, 503 where Kafka does not take it
     */
    public synchronized @Nullable V change(String key, UnaryOperator<@Nullable V> change, Audit<V> audit) {
        var bytes = new ByteArraySerializer();
        var settings = Map.<String, Object>of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                clients.config().service() + "-" + topic.name(),
                ProducerConfig.LINGER_MS_CONFIG,
                0);
        try (var brief = clients.brief();
                var producer = brief.producer("change-" + topic.name(), bytes, bytes, settings)) {
            producer.initTransactions();
            var before = current(brief, key);
            var after = change.apply(before);
            producer.beginTransaction();
            var _ = producer.send(row(topic, key, after));
            var entry = audit.entry(before, after);
            if (entry != null) {
                var _ = producer.send(row(Topics.AUDIT_LOG, entry.key(), entry));
            }
            producer.commitTransaction();
            return after;
        } catch (ProducerFencedException | InvalidProducerEpochException other) {
            throw Problem.conflict(
                    "changed-meanwhile", "Somebody else changed it at the same time", "Read it again, and try again.");
        } catch (KafkaException failure) {
            LOG.warn("a change of {} was not written", topic.name(), failure);
            throw Problem.unavailable("Kafka does not take the change now; try again.", Duration.ofSeconds(2));
        }
    }

    private static <T> ProducerRecord<byte[], byte[]> row(Topic<String, T> topic, String key, @Nullable T value) {
        return new ProducerRecord<>(
                topic.name(),
                topic.keySerde().serializer().serialize(topic.name(), key),
                value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value));
    }

    private @Nullable V current(KafkaClients brief, String key) {
        try (var view = new CompactedView<>(topic, brief, (name, before, after) -> {})) {
            view.start();
            if (!view.awaitCaughtUp(PATIENCE)) {
                throw new KafkaException("the topic " + topic.name() + " could not be read within " + PATIENCE);
            }
            return view.get(key);
        }
    }
}
