package com.nexusai.ingest.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.ingest.domain.Verdict;
import com.nexusai.ingest.door.DoorHeaders;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.problem.Problem;
import com.nexusai.kit.trace.TraceHeaders;
import com.nexusai.kit.trace.TraceScope;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mended events to the door, each once. The events and the audit log's word that they were sent are one
 * transaction; and all instances share its id, so that who opens it shuts out the one before, and then reads in the log
 * what has been sent.
 */
public final class Resubmission {
    private static final Logger LOG = LoggerFactory.getLogger(Resubmission.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TRANSACTION = "rejected-workbench";

    private final KafkaClients clients;
    private final RejectedFollower follower;
    private final RejectedShelf shelf;

    public Resubmission(KafkaClients clients, RejectedFollower follower, RejectedShelf shelf) {
        this.clients = clients;
        this.follower = follower;
        this.shelf = shelf;
    }

    /** An event whose outcome is good. */
    public record Ready(RejectedEntry entry, Mending.Outcome outcome, boolean patched) {}

    /**
     * @return those that were sent; the others had been sent before
     * @throws Problem 409 where another instance is at it, 503 where Kafka does not take them; then none was sent, or all
     *     were, and trying again is right
     */
    public synchronized List<Ready> send(List<Ready> events, String actor, Instant now) {
        var bytes = new ByteArraySerializer();
        var settings = Map.<String, Object>of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, clients.config().service() + "-" + TRANSACTION);
        try (var brief = clients.brief();
                var producer = brief.producer(TRANSACTION, bytes, bytes, settings)) {
            producer.initTransactions();
            awaitLog(brief);
            var open = events.stream()
                    .filter(event -> !shelf.isResubmitted(event.entry().id()))
                    .toList();
            if (open.isEmpty()) {
                return open;
            }
            producer.beginTransaction();
            open.forEach(event -> write(producer, event, actor, now));
            producer.commitTransaction();
            open.forEach(event -> shelf.markResubmitted(event.entry().id()));
            return open;
        } catch (ProducerFencedException | InvalidProducerEpochException other) {
            throw Problem.conflict(
                    "changed-meanwhile", "Somebody else resubmits at the same time", "Nothing was sent; try again.");
        } catch (KafkaException failure) {
            LOG.warn("rejected events were not sent on", failure);
            throw Problem.unavailable("Kafka does not take the events now; try again.", Duration.ofSeconds(2));
        }
    }

    /** What was sent before is known once the log has been read as far as it went when the others were shut out. */
    private void awaitLog(KafkaClients brief) {
        try (Consumer<byte[], byte[]> consumer =
                brief.reader("audit-ends", new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.AUDIT_LOG.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            if (!follower.awaitRead(consumer.endOffsets(partitions), PATIENCE)) {
                throw Problem.unavailable(
                        "What was resubmitted before is still being read; try again.", Duration.ofSeconds(2));
            }
        }
    }

    private static void write(Producer<byte[], byte[]> producer, Ready ready, String actor, Instant now) {
        if (!(ready.outcome().verdict() instanceof Verdict.Accepted(Event event))) {
            throw new IllegalArgumentException(
                    "not a good event: " + ready.entry().id());
        }
        var door = new ProducerRecord<>(
                Topics.EVENTS.name(),
                event.key().getBytes(UTF_8),
                ready.outcome().bytes());
        DoorHeaders.write(ready.outcome().provenance(), ready.entry().source(), door.headers());
        if (ready.entry().producer() != null) {
            DoorHeaders.writeProducer(ready.entry().producer(), door.headers());
        }
        TraceHeaders.write(door.headers(), TraceScope.current(), TraceScope.currentCorrelationId());
        var _ = producer.send(door);
        var audit = entry(ready, actor, now);
        var _ = producer.send(new ProducerRecord<>(
                Topics.AUDIT_LOG.name(),
                audit.key().getBytes(UTF_8),
                Topics.AUDIT_LOG.valueSerde().serializer().serialize(Topics.AUDIT_LOG.name(), audit)));
    }

    private static AuditEntry entry(Ready ready, String actor, Instant now) {
        return new AuditEntry(
                ready.entry().tenantId(),
                now,
                actor,
                RejectedFollower.RESUBMITTED,
                RejectedFollower.SUBJECT + ready.entry().id().text(),
                Map.of(
                        "eventId", ready.entry().eventId(),
                        "code", ready.entry().code(),
                        "patched", Boolean.toString(ready.patched()),
                        "backfill",
                                Boolean.toString(ready.outcome().provenance().backfill())));
    }
}
