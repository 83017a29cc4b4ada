package com.nexusai.aggregator.state;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keys of what changed and has not been sent on. Usually all is sent on just before a commit, and nothing of this is
 * ever written; a commit at another moment, in a rebalance, finds it in {@link #writeBack}. Many keys are written as one
 * record, since a record each would cost as much as what they stand for.
 */
public final class Due<K> {
    /** A record with so many bytes is closed, far below what a topic takes. */
    private static final int RECORD_BYTES = 100_000;

    private final KeyValueStore<String, byte[]> store;
    private final Function<K, String> text;
    private final Set<K> keys = new LinkedHashSet<>();
    private final List<K> unwritten = new ArrayList<>();
    private int records;

    /** Goes on with what an earlier owner of the store had not sent on. */
    public Due(KeyValueStore<String, byte[]> store, Function<K, String> text, Function<String, K> parse) {
        this.store = store;
        this.text = text;
        try (var all = store.all()) {
            all.forEachRemaining(record -> {
                var reader = new ByteReader(record.value);
                while (reader.hasMore()) {
                    keys.add(parse.apply(reader.text()));
                }
                records++;
            });
        }
    }

    /** @return whether it was not due before */
    public boolean add(K key) {
        boolean isNew = keys.add(key);
        if (isNew) {
            unwritten.add(key);
        }
        return isNew;
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    public int size() {
        return keys.size();
    }

    public void drain(Consumer<K> to) {
        var all = new ArrayList<>(keys);
        keys.clear();
        unwritten.clear();
        all.forEach(to);
        while (records > 0) {
            store.delete(name(--records));
        }
    }

    public void writeBack() {
        if (unwritten.isEmpty()) {
            return;
        }
        var record = new ByteWriter(1024);
        for (var key : unwritten) {
            record.text(text.apply(key));
            if (record.size() >= RECORD_BYTES) {
                write(record);
            }
        }
        if (record.size() > 0) {
            write(record);
        }
        unwritten.clear();
    }

    private void write(ByteWriter record) {
        store.put(name(records++), record.toBytes());
        record.clear();
    }

    private static String name(int record) {
        return Integer.toString(record);
    }
}
