package com.nexusai.moderation.statement;

import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The decisions on their topic, whichever instance has made them: read when somebody asks, committed ones only. */
public final class KafkaDecisionLog implements DecisionLog {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaDecisionLog.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaClients clients;

    public KafkaDecisionLog(KafkaClients clients) {
        this.clients = clients;
    }

    @Override
    public void between(String tenantId, Instant from, Instant to, Reader reader) throws IOException {
        try (var brief = clients.brief();
                var consumer = brief.reader("decisions", new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.MODERATION_DECISIONS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            var ends = ends(consumer, partitions, to);
            var open = seek(consumer, partitions, from, ends);
            var prefix = EventKey.of(tenantId, "");
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!open.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("the decisions could not be read within " + PATIENCE);
                }
                for (var record : consumer.poll(POLL)) {
                    var partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < end(ends, partition) && record.key().startsWith(prefix)) {
                        read(record, from, to, reader);
                    }
                }
                open.removeIf(partition -> consumer.position(partition) >= end(ends, partition));
            }
        } catch (KafkaException failure) {
            LOG.warn("the decisions could not be read", failure);
            throw Problem.unavailable("The decisions cannot be read now; try again.", Duration.ofSeconds(5));
        }
    }

    private static Map<TopicPartition, Long> ends(Consumer<?, ?> consumer, Set<TopicPartition> partitions, Instant to) {
        var ends = new HashMap<>(consumer.endOffsets(partitions));
        consumer.offsetsForTimes(at(partitions, to)).forEach((partition, found) -> {
            if (found != null) {
                ends.put(partition, found.offset());
            }
        });
        return ends;
    }

    private static Set<TopicPartition> seek(
            Consumer<?, ?> consumer, Set<TopicPartition> partitions, Instant from, Map<TopicPartition, Long> ends) {
        var open = new HashSet<TopicPartition>();
        consumer.assign(partitions);
        consumer.offsetsForTimes(at(partitions, from)).forEach((partition, found) -> {
            if (found != null && found.offset() < end(ends, partition)) {
                consumer.seek(partition, found.offset());
                open.add(partition);
            } else {
                consumer.seek(partition, end(ends, partition));
            }
        });
        return open;
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private static Map<TopicPartition, Long> at(Set<TopicPartition> partitions, Instant time) {
        return partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> time.toEpochMilli()));
    }

    private static void read(ConsumerRecord<String, byte[]> record, Instant from, Instant to, Reader reader)
            throws IOException {
        Decision decision;
        try {
            decision =
                    Topics.MODERATION_DECISIONS.valueSerde().deserializer().deserialize(record.topic(), record.value());
        } catch (SerializationException poison) {
            LOG.error("{}-{}@{} cannot be read", record.topic(), record.partition(), record.offset(), poison);
            return;
        }
        var at = Instant.ofEpochMilli(record.timestamp());
        if (decision != null && !at.isBefore(from) && at.isBefore(to)) {
            reader.read(decision);
        }
    }
}
