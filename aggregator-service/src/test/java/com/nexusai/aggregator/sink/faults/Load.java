package com.nexusai.aggregator.sink.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.nexusai.devstack.DevStack;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.topic.Topic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of its own on the real broker, and what is sent to it. */
final class Load<V> implements AutoCloseable {
    static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private static final int PARTITIONS = 4;

    final Topic<?, V> topic;
    final String tenant = "t-" + UUID.randomUUID();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.<String, Object>of(
                    "bootstrap.servers", DevStack.shared().kafkaBootstrapServers(), "acks", "all", "linger.ms", 5),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    Load(Topic<?, V> like) {
        var name = like.name() + "-" + UUID.randomUUID();
        this.topic = new Topic<>(
                name,
                like.keySerde(),
                like.valueSerde(),
                "as the other",
                "as the other",
                like.retention(),
                like.schema());
        try (var admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", DevStack.shared().kafkaBootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
            // a record for a partition whose leader is not known yet may come out of order, and then never
            await().until(() ->
                    admin.describeTopics(List.of(name)).allTopicNames().get().get(name).partitions().stream()
                            .allMatch(partition -> partition.leader() != null
                                    && !partition.leader().isEmpty()));
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void send(String key, V value) {
        producer.send(new ProducerRecord<>(
                topic.name(),
                key.getBytes(UTF_8),
                topic.valueSerde().serializer().serialize(topic.name(), value)));
    }

    void flush() {
        producer.flush();
    }

    Consumer<byte[], byte[]> consumer() {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", DevStack.shared().kafkaBootstrapServers());
        settings.put("group.id", topic.name());
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("session.timeout.ms", 10_000);
        settings.put("heartbeat.interval.ms", 500);
        settings.put("partition.assignment.strategy", RangeAssignor.class.getName());
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static Event event(String tenant, int n) {
        var at = TODAY.plusMillis(n);
        return new Event(
                "e-" + n,
                tenant,
                "TYPE_" + n % 3,
                "u-" + n % 50,
                null,
                null,
                at,
                at,
                RawJson.of("{\"n\":" + n + "}"),
                RawJson.EMPTY_OBJECT,
                null,
                Map.of());
    }

    /** The total of today after so many changes. */
    static Cell cell(String tenant, String type, int revision) {
        var key = new Series(tenant, Metric.EVENTS, Granularity.DAY, type).at(TODAY);
        return Cell.count(key, 10L * revision, revision, TODAY);
    }

    @Override
    public void close() {
        producer.close();
    }
}
