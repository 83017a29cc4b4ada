package com.nexusai.aggregator.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keys of what changed and has not been sent on. Usually all is sent on just before a commit, and nothing of this is
 * ever written; a commit at another moment, in a rebalance, finds it in {@link #writeBack}.
 */
public final class Due<K> {
    private static final byte[] MARK = {1};

    private final KeyValueStore<String, byte[]> store;
    private final Function<K, String> text;
    private final Set<K> keys = new LinkedHashSet<>();
    private final Set<K> written = new HashSet<>();

    /** Goes on with what an earlier owner of the store had not sent on. */
    public Due(KeyValueStore<String, byte[]> store, Function<K, String> text, Function<String, K> parse) {
        this.store = store;
        this.text = text;
        try (var all = store.all()) {
            all.forEachRemaining(entry -> written.add(parse.apply(entry.key)));
        }
        keys.addAll(written);
    }

    /** @return whether it was not due before */
    public boolean add(K key) {
        return keys.add(key);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    public void drain(Consumer<K> to) {
        var all = new ArrayList<>(keys);
        keys.clear();
        all.forEach(to);
        written.forEach(key -> store.delete(text.apply(key)));
        written.clear();
    }

    public void writeBack() {
        for (var key : keys) {
            if (written.add(key)) {
                store.put(text.apply(key), MARK);
            }
        }
    }
}
