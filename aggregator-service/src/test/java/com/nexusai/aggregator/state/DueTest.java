package com.nexusai.aggregator.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class DueTest {
    private final KeyValueStore<String, byte[]> store = store();

    @Test
    void shouldWriteNothingWhenAllIsSentBeforeTheCommit() {
        var due = due();
        due.add("acme/ada");
        due.drain(key -> {});

        due.writeBack();

        assertThat(records()).isZero();
    }

    @Test
    void shouldGoOnWithWhatWasNotSent() {
        var due = due();
        due.add("acme/ada");
        due.writeBack();
        due.add("acme/bob");
        due.add("acme/ada");
        due.writeBack();

        assertThat(drained(due())).containsExactlyInAnyOrder("acme/ada", "acme/bob");
    }

    @Test
    void shouldLeaveNothingBehindWhenItIsSent() {
        var due = due();
        due.add("acme/ada");
        due.writeBack();
        due.drain(key -> {});
        due.add("acme/bob");
        due.writeBack();

        assertThat(drained(due())).containsExactly("acme/bob");
    }

    @Test
    void shouldWriteManyKeysInFewRecords() {
        var due = due();
        var keys = IntStream.range(0, 20_000).mapToObj(i -> "acme/user-" + i).toList();
        keys.forEach(due::add);

        due.writeBack();

        assertThat(records()).isBetween(2L, 5L);
        assertThat(drained(due())).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(records()).isZero();
    }

    private Due<String> due() {
        return new Due<>(store, key -> key, key -> key);
    }

    private static List<String> drained(Due<String> due) {
        var keys = new ArrayList<String>();
        due.drain(keys::add);
        return keys;
    }

    private long records() {
        long count = 0;
        try (var all = store.all()) {
            for (; all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }

    private static KeyValueStore<String, byte[]> store() {
        var store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("due"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        var context = new MockProcessorContext<Void, Void>();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
