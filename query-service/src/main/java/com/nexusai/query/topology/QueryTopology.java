package com.nexusai.query.topology;

import static com.nexusai.query.topology.TopicStore.CELLS;
import static com.nexusai.query.topology.TopicStore.PROFILES;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import com.nexusai.query.processor.Applied;
import com.nexusai.query.processor.Materialise;
import org.apache.kafka.streams.Topology;

/**
 * Two compacted topics as read-only stores. A topic is its store's changelog: nothing is written twice, and an instance
 * that starts empty restores from the topic itself.
 */
public final class QueryTopology {
    private QueryTopology() {}

    public static Topology build(Applied applied) {
        var topology = new Topology();
        materialise(topology, CELLS, applied);
        materialise(topology, PROFILES, applied);
        return topology;
    }

    private static <V> void materialise(Topology topology, TopicStore<V> store, Applied applied) {
        var topic = store.topic();
        topology.addReadOnlyStateStore(
                keyValueStoreBuilder(persistentKeyValueStore(store.name()), topic.keySerde(), topic.valueSerde())
                        .withCachingDisabled()
                        .withLoggingDisabled(),
                store.name() + "-source",
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer(),
                topic.name(),
                store.name() + "-materialise",
                () -> new Materialise<>(store.name(), applied));
    }
}
