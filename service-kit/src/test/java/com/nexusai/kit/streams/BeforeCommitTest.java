package com.nexusai.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver commits after each record. On a real broker, StreamsRunnerIT and RecoveryIT of its users. */
class BeforeCommitTest {
    private final List<String> written = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {0, 16 << 20})
    void shouldWriteWhatIsInMemoryBeforeACommitWhateverTheCacheHolds(long cacheBytes) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "before-commit");
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, cacheBytes);
        try (var driver = new TopologyTestDriver(topology(), properties)) {
            var in = driver.createInputTopic(
                    "in", Serdes.String().serializer(), Serdes.String().serializer());

            in.pipeInput("a", "1");
            in.pipeInput("b", "quiet");
            in.pipeInput("a", "2");

            assertThat(written).containsExactly("a=1", "a=2");
            KeyValueStore<String, String> store = driver.getKeyValueStore("values");
            assertThat(store.get("a")).isEqualTo("2");
            assertThat(store.get("b")).isNull();
        }
    }

    private Topology topology() {
        var beforeCommit = new BeforeCommit("bell");
        return new Topology()
                .addSource(
                        "source",
                        Serdes.String().deserializer(),
                        Serdes.String().deserializer(),
                        "in")
                .addProcessor("keep", () -> new Keep(beforeCommit), "source")
                .addStateStore(beforeCommit.store(), "keep")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore("values"), Serdes.String(), Serdes.String()),
                        "keep");
    }

    private final class Keep implements Processor<String, String, Void, Void> {
        private final Map<String, String> inMemory = new HashMap<>();
        private final BeforeCommit beforeCommit;
        private BeforeCommit.Bell bell;

        Keep(BeforeCommit beforeCommit) {
            this.beforeCommit = beforeCommit;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            KeyValueStore<String, String> store = context.getStateStore("values");
            bell = beforeCommit.bell(context, () -> {
                inMemory.forEach((key, value) -> {
                    store.put(key, value);
                    written.add(key + "=" + value);
                });
                inMemory.clear();
            });
        }

        @Override
        public void process(Record<String, String> row) {
            if (!row.value().equals("quiet")) {
                inMemory.put(row.key(), row.value());
                bell.set();
            }
        }
    }
}
