package com.nexusai.kit.auth;

import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TopicCreator;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** The keys on their topic, for tools: made when missing, read to the end, written one by one. */
final class KeyStore {
    private static final Duration LOAD = Duration.ofSeconds(30);

    private final KafkaClients clients;

    KeyStore(KafkaClients clients) {
        this.clients = clients;
        new TopicCreator(clients).ensure(List.of(Topics.API_KEYS));
    }

    /** Returns when all in-sync replicas have them. */
    void write(Collection<ApiKey> keys) {
        var topic = Topics.API_KEYS;
        try (var producer = clients.producer(
                "keys", topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            var sent = keys.stream()
                    .map(key -> producer.send(new ProducerRecord<>(topic.name(), topicKey(key), key)))
                    .toList();
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new KafkaException("the key was not written: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", interrupted);
        }
    }

    /** By {@code tenant/keyId}, sorted. */
    Map<String, ApiKey> read() {
        try (var view = new CompactedView<>(Topics.API_KEYS, clients, (key, before, after) -> {})) {
            view.start();
            if (!view.awaitCaughtUp(LOAD)) {
                throw new KafkaException("the topic " + Topics.API_KEYS.name() + " could not be read within " + LOAD);
            }
            return new TreeMap<>(view.entries());
        }
    }

    static String topicKey(ApiKey key) {
        return key.tenantId() + "/" + key.keyId();
    }
}
