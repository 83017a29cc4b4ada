package com.nexusai.systemtests.metrics;

import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.topic.Topics;
import com.nexusai.systemtests.metrics.traffic.Delivery;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends as a fast producer on Kafka does. */
final class Door implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    Door(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "linger.ms",
                20,
                "batch.size",
                256 * 1024,
                "compression.type",
                "lz4");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void send(List<Delivery> deliveries) {
        for (var delivery : deliveries) {
            producer.send(new ProducerRecord<>(Topics.EVENTS.name(), delivery.key(), delivery.json()));
        }
    }

    void decide(List<Decision> decisions) {
        var topic = Topics.MODERATION_DECISIONS;
        for (var decision : decisions) {
            var key = decision.tenantId() + "/" + decision.contentId();
            producer.send(new ProducerRecord<>(
                    topic.name(),
                    topic.keySerde().serializer().serialize(topic.name(), key),
                    topic.valueSerde().serializer().serialize(topic.name(), decision)));
        }
    }

    /** Returns when all is acknowledged. */
    @Override
    public void close() {
        producer.close();
    }
}
