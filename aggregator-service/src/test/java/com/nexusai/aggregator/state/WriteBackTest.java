package com.nexusai.aggregator.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

class WriteBackTest {
    private static final WriteBack.Form<int[]> FORM = new WriteBack.Form<>() {
        @Override
        public byte[] toBytes(int[] value) {
            return new byte[] {(byte) value[0]};
        }

        @Override
        public int[] fromBytes(byte[] bytes) {
            return new int[] {bytes[0]};
        }
    };

    @Property(tries = 50)
    void shouldHoldWhatAMapWouldHoweverLittleItKeepsInMemory(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int generation) {
        try (var driver = driver()) {
            KeyValueStore<String, byte[]> store = driver.getKeyValueStore("values");
            var values = new WriteBack<Integer, int[]>(store, String::valueOf, FORM, generation);
            var expected = new HashMap<Integer, Integer>();

            for (int i = 0; i < 300; i++) {
                int key = random.nextInt(20);
                switch (random.nextInt(10)) {
                    case 0 -> values.writeBack();
                    case 1 -> {
                        values.delete(key);
                        expected.remove(key);
                    }
                    default -> {
                        var known = values.get(key);
                        assertThat(known == null ? null : Integer.valueOf(known[0]))
                                .isEqualTo(expected.get(key));
                        var value = known == null ? new int[1] : known;
                        value[0] = (value[0] + 1) % 100;
                        values.changed(key, value);
                        expected.put(key, value[0]);
                    }
                }
            }
            values.writeBack();

            var stored = new HashMap<Integer, Integer>();
            try (var all = store.all()) {
                all.forEachRemaining(entry -> stored.put(Integer.valueOf(entry.key), (int) entry.value[0]));
            }
            assertThat(stored).isEqualTo(expected);
        }
    }

    @Example
    void shouldGoOnWithWhatWasDueWhenTheEarlierOwnerStopped() {
        try (var driver = driver()) {
            KeyValueStore<String, byte[]> store = driver.getKeyValueStore("values");
            var earlier = due(store);
            Stream.of("a", "b").forEach(earlier::add);
            earlier.writeBack();

            var later = due(store);
            var sent = new HashMap<String, Integer>();
            later.add("c");
            later.drain(key -> sent.merge(key, 1, Integer::sum));

            assertThat(sent).isEqualTo(Map.of("a", 1, "b", 1, "c", 1));
            assertThat(due(store).isEmpty()).isTrue();
        }
    }

    private static Due<String> due(KeyValueStore<String, byte[]> store) {
        return new Due<>(store, key -> key, key -> key);
    }

    private static TopologyTestDriver driver() {
        var topology = new Topology()
                .addSource(
                        "source",
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        "in")
                .addProcessor("idle", () -> new Idle(), "source")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore("values"), Serdes.String(), Serdes.ByteArray()),
                        "idle");
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "write-back");
        return new TopologyTestDriver(topology, properties);
    }

    private static final class Idle implements Processor<byte[], byte[], Void, Void> {
        @Override
        public void process(Record<byte[], byte[]> row) {}
    }
}
