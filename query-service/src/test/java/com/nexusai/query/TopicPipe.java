package com.nexusai.query;

import com.nexusai.query.processor.Applied;
import com.nexusai.query.topology.QueryTopology;
import com.nexusai.query.topology.TopicStore;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import com.nexusai.schema.aggregate.UserProfile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The topology on its driver, with real RocksDB stores in a folder. */
public final class TopicPipe implements AutoCloseable {
    public static final String TENANT = "acme";

    private final Applied applied = new Applied();
    private final TopologyTestDriver driver;

    public TopicPipe(Path stateDir) {
        var settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "query-test",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1",
                StreamsConfig.STATE_DIR_CONFIG, stateDir.toString()));
        driver = new TopologyTestDriver(QueryTopology.build(applied), settings);
    }

    public Applied applied() {
        return applied;
    }

    public TopologyTestDriver driver() {
        return driver;
    }

    public <V> KeyValueStore<String, V> store(TopicStore<V> store) {
        return driver.getKeyValueStore(store.name());
    }

    public <V> void pipe(TopicStore<V> store, String key, @Nullable V value) {
        var topic = store.topic();
        driver.createInputTopic(
                        topic.name(),
                        topic.keySerde().serializer(),
                        topic.valueSerde().serializer())
                .pipeInput(key, value, 1_000L);
    }

    /** All eight cells of some events of a type in a minute, as the aggregator writes them into an empty world. */
    public void count(String type, Instant minute, long events) {
        for (var granularity : EnumSet.complementOf(EnumSet.of(Granularity.WEEK))) {
            for (var dimension : new String[] {type, Metric.TOTAL}) {
                var start = granularity.start(minute);
                var key = new Series(TENANT, Metric.EVENTS, granularity, dimension).at(start);
                var known = store(TopicStore.CELLS).get(key.text());
                long before = known == null ? 0 : known.count();
                long revision = known == null ? 1 : known.revision() + 1;
                pipe(TopicStore.CELLS, key.text(), Cell.count(key, before + events, revision, minute));
            }
        }
    }

    public void profile(UserProfile profile) {
        pipe(TopicStore.PROFILES, TENANT + "/" + profile.actor(), profile);
    }

    @Override
    public void close() {
        driver.close();
    }
}
