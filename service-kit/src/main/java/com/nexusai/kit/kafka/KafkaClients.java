package com.nexusai.kit.kafka;

import com.nexusai.kit.config.ServiceConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Makes Kafka clients that keep promises, and meters them. The clients belong to the caller, who closes them. */
public final class KafkaClients implements AutoCloseable {
    /** What a producer holds of records that are not acknowledged yet; a send that finds it full waits, and then fails. */
    public static final long PRODUCER_BUFFER_BYTES = 32L << 20;

    private final ServiceConfig config;
    private final MeterRegistry meters;
    private final List<KafkaClientMetrics> metered = new CopyOnWriteArrayList<>();

    public KafkaClients(ServiceConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
    }

    /**
     * A send completes when all in-sync replicas have the record, once and in order; or fails within ten seconds, so
     * that a caller who waits can be told.
     */
    public <K, V> Producer<K, V> producer(String name, Serializer<K> key, Serializer<V> value) {
        return producer(name, key, value, Map.of());
    }

    /** @param overrides producer settings that win over ours */
    public <K, V> Producer<K, V> producer(
            String name, Serializer<K> key, Serializer<V> value, Map<String, Object> overrides) {
        var settings = common(name);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, PRODUCER_BUFFER_BYTES);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.putAll(overrides);
        var producer = new KafkaProducer<>(settings, key, value);
        meter(new KafkaClientMetrics(producer));
        return producer;
    }

    /** A member of a group, with a name of its own so that a restart gets its partitions back at once. */
    public <K, V> Consumer<K, V> groupConsumer(
            String name, String group, Deserializer<K> key, Deserializer<V> value, Map<String, Object> overrides) {
        var settings = reading(name);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, config.instanceId() + "-" + name);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                config.streams().sessionTimeout().toMillis());
        settings.putAll(overrides);
        return consumer(settings, key, value);
    }

    /** A consumer without a group, which assigns itself. */
    public <K, V> Consumer<K, V> reader(String name, Deserializer<K> key, Deserializer<V> value) {
        return consumer(reading(name), key, value);
    }

    /** For a few questions at start-up. */
    public Admin admin() {
        var settings = new HashMap<>(config.kafka().properties());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, config.service() + "-admin");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return Admin.create(settings);
    }

    /** For clients that live for one question or one change: nothing of them stays among the meters. */
    public KafkaClients brief() {
        return new KafkaClients(config, new CompositeMeterRegistry());
    }

    public ServiceConfig config() {
        return config;
    }

    /** Gives up the meters. */
    @Override
    public void close() {
        metered.forEach(KafkaClientMetrics::close);
    }

    private <K, V> Consumer<K, V> consumer(Map<String, Object> settings, Deserializer<K> key, Deserializer<V> value) {
        var consumer = new KafkaConsumer<>(settings, key, value);
        meter(new KafkaClientMetrics(consumer));
        return consumer;
    }

    private Map<String, Object> reading(String name) {
        var settings = common(name);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    private Map<String, Object> common(String name) {
        var settings = new HashMap<>(config.kafka().properties());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, config.service() + "-" + name);
        return settings;
    }

    private void meter(KafkaClientMetrics client) {
        client.bindTo(meters);
        metered.add(client);
    }
}
