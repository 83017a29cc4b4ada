package com.nexusai.moderation;

import com.nexusai.devstack.DevStack;
import com.nexusai.kit.auth.KeyHash;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.topic.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Keys of a tenant, on their topic, which a service must have made before. */
record TenantKeys(String tenant) {
    void create(String name, String key, String... scopes) {
        var topic = Topics.API_KEYS;
        var value = new ApiKey(name, tenant, name, KeyHash.of(key), Set.of(scopes), Instant.EPOCH, null, null);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", DevStack.shared().kafkaBootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(
                settings, topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), tenant + "/" + name, value));
        }
    }
}
