package com.nexusai.systemtests.metrics;

import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies on a topic, as a reader of committed records sees it. */
record CommittedTopic(Topic<?, ?> topic, String bootstrapServers) {

    /** The last value of each key, which is all that a compacted topic promises to keep. */
    <T> Map<String, T> lastValues(Class<T> type) {
        var last = new HashMap<String, byte[]>();
        forEach(record -> keep(record, last));
        var values = new HashMap<String, T>();
        var reader = Json.MAPPER.readerFor(type);
        last.forEach((key, json) -> values.put(key, reader.readValue(json)));
        return values;
    }

    <T> List<T> allValues(Class<T> type) {
        var values = new ArrayList<T>();
        var reader = Json.MAPPER.readerFor(type);
        forEach(record -> values.add(reader.readValue(record.value())));
        return values;
    }

    /** Where the topic ends now; as long as it stays there, nothing has changed. */
    String end() {
        try (var consumer = consumer()) {
            return Arrays.toString(consumer.endOffsets(partitions(consumer)).values().stream()
                    .sorted()
                    .toArray());
        }
    }

    private void forEach(Consumer<ConsumerRecord<String, byte[]>> action) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(action);
            }
        }
    }

    private static void keep(ConsumerRecord<String, byte[]> record, Map<String, byte[]> values) {
        if (record.value() == null) {
            values.remove(record.key());
        } else {
            values.put(record.key(), record.value());
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "max.poll.records",
                50_000,
                "fetch.max.bytes",
                64 * 1024 * 1024,
                "max.partition.fetch.bytes",
                16 * 1024 * 1024);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
    }
}
