package com.nexusai.benchmarks.aggregator.result;

import com.nexusai.kit.kafka.KafkaClients;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;

/** What a topic says in the end: the last committed value of each key. */
public final class LatestValues {
    private final KafkaClients clients;

    public LatestValues(KafkaClients clients) {
        this.clients = clients;
    }

    public Map<Bytes, byte[]> of(String topic) {
        var values = new HashMap<Bytes, byte[]>();
        try (var reader = clients.reader("results", new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = reader.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (!ends.entrySet().stream().allMatch(end -> reader.position(end.getKey()) >= end.getValue())) {
                for (var found : reader.poll(Duration.ofMillis(100))) {
                    if (found.value() == null) {
                        values.remove(Bytes.wrap(found.key()));
                    } else {
                        values.put(Bytes.wrap(found.key()), found.value());
                    }
                }
            }
        }
        return values;
    }
}
