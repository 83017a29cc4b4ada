package com.nexusai.aggregator.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Values of a store as objects in memory. A change reaches the store when {@link #writeBack} is called, before each
 * commit: once, however often the value changed.
 *
 * <p>What was not used for two generations is forgotten here and read again from the store. Two maps do what a list in
 * order of use would, without touching the list at each look.
 */
public final class WriteBack<K, V> {
    private final KeyValueStore<String, byte[]> store;
    private final Function<K, String> keys;
    private final Form<V> form;
    private final int generation;
    private Map<K, Held<V>> young;
    private Map<K, Held<V>> old = new HashMap<>();
    private final List<KeyValue<K, Held<V>>> changed = new ArrayList<>();

    /** @param generation how many values may be young; up to twice as many are held */
    public WriteBack(KeyValueStore<String, byte[]> store, Function<K, String> keys, Form<V> form, int generation) {
        this.store = store;
        this.keys = keys;
        this.form = form;
        this.generation = generation;
        this.young = new HashMap<>();
    }

    /** How a value lies in the store. */
    public interface Form<V> {
        byte[] toBytes(V value);

        V fromBytes(byte[] bytes);
    }

    private static final class Held<V> {
        private final V value;
        private boolean changed;

        Held(V value) {
            this.value = value;
        }
    }

    public @Nullable V get(K key) {
        var held = held(key);
        return held == null ? null : held.value;
    }

    /** The value at hand is changed, or new. */
    @SuppressWarnings("ReferenceEquality") // the very object that is held, or another one in its place
    public void changed(K key, V value) {
        var held = held(key);
        if (held == null || held.value != value) {
            held = hold(key, new Held<>(value));
        }
        if (!held.changed) {
            held.changed = true;
            changed.add(KeyValue.pair(key, held));
        }
    }

    /** Puts all changes into the store. */
    public void writeBack() {
        if (changed.isEmpty()) {
            return;
        }
        var entries = new ArrayList<KeyValue<String, byte[]>>(changed.size());
        for (var entry : changed) {
            entries.add(KeyValue.pair(keys.apply(entry.key), form.toBytes(entry.value.value)));
            entry.value.changed = false;
        }
        changed.clear();
        store.putAll(entries);
    }

    /** Removes it from memory and store. */
    public void delete(K key) {
        writeBack();
        young.remove(key);
        old.remove(key);
        store.delete(keys.apply(key));
    }

    private @Nullable Held<V> held(K key) {
        var held = young.get(key);
        if (held != null) {
            return held;
        }
        held = old.remove(key);
        if (held != null) {
            return hold(key, held);
        }
        var bytes = store.get(keys.apply(key));
        return bytes == null ? null : hold(key, new Held<>(form.fromBytes(bytes)));
    }

    private Held<V> hold(K key, Held<V> held) {
        if (young.size() >= generation) {
            // what is forgotten must have been written
            writeBack();
            old = young;
            young = new HashMap<>();
        }
        young.put(key, held);
        return held;
    }
}
