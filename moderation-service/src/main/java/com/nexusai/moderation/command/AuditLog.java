package com.nexusai.moderation.command;

import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For what people do outside the topology. The thing itself is done by then, so a failure is logged and not thrown. */
public final class AuditLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private final Producer<String, AuditEntry> producer;

    public AuditLog(Producer<String, AuditEntry> producer) {
        this.producer = producer;
    }

    public static AuditLog open(KafkaClients clients) {
        var topic = Topics.AUDIT_LOG;
        return new AuditLog(clients.producer(
                "audit", topic.keySerde().serializer(), topic.valueSerde().serializer()));
    }

    public void append(AuditEntry entry) {
        try {
            producer.send(new ProducerRecord<>(Topics.AUDIT_LOG.name(), entry.key(), entry))
                    .get();
        } catch (ExecutionException | KafkaException failure) {
            LOG.error("not on the audit log: {}", entry, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            LOG.error("perhaps not on the audit log: {}", entry);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
