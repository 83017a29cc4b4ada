package com.nexusai.kit.streams;

import com.nexusai.schema.topic.Topic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sources and sinks of a topology, with the serdes that the catalogue gives their topics. */
public final class TopicNodes {
    private TopicNodes() {}

    public static <K, V> void source(Topology topology, String name, Topic<K, V> topic) {
        topology.addSource(
                name, topic.keySerde().deserializer(), topic.valueSerde().deserializer(), topic.name());
    }

    /** Partitioned by the whole key. */
    public static <K, V> void sink(Topology topology, String name, Topic<K, V> topic, String... parents) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                parents);
    }

    public static <K, V> void sink(
            Topology topology, String name, Topic<K, V> topic, StreamPartitioner<K, V> partitioner, String... parents) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                partitioner,
                parents);
    }
}
