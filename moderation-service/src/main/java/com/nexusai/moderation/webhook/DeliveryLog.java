package com.nexusai.moderation.webhook;

import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.schema.moderation.Delivery;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Where deliveries lie that have failed; what is delivered at last is removed. */
public final class DeliveryLog implements AutoCloseable {
    private final Producer<String, Delivery> producer;

    public DeliveryLog(Producer<String, Delivery> producer) {
        this.producer = producer;
    }

    public static DeliveryLog open(KafkaClients clients) {
        var topic = Topics.MODERATION_DELIVERIES;
        return new DeliveryLog(clients.producer(
                "deliveries", topic.keySerde().serializer(), topic.valueSerde().serializer()));
    }

    static String key(Delivery one) {
        return one.tenantId() + "/" + one.webhook() + "/" + one.decision().decisionId();
    }

    /** Returns once it is safe. */
    public void keep(Delivery delivery) throws InterruptedException {
        write(key(delivery), delivery);
    }

    void remove(Delivery delivery) throws InterruptedException {
        write(key(delivery), null);
    }

    private void write(String key, @Nullable Delivery delivery) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(Topics.MODERATION_DELIVERIES.name(), key, delivery))
                    .get();
        } catch (ExecutionException failure) {
            throw new KafkaException("a delivery could not be written down", failure);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
