package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.UserProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sums or counts by name; names beyond so many are taken together, so that no actor grows without end. */
final class CappedMap<V> {
    private final Map<String, V> values = new HashMap<>(4);
    private final int max;
    private final Supplier<V> empty;

    CappedMap(int max, Supplier<V> empty) {
        this.max = max;
        this.empty = empty;
    }

    /** To be changed in place. */
    V of(String name) {
        V known = values.get(name);
        return known == null ? another(name) : known;
    }

    private V another(String name) {
        return values.computeIfAbsent(values.size() < max ? name : UserProfile.OTHER, any -> empty.get());
    }

    <T> Map<String, T> view(Function<V, T> how) {
        var view = new TreeMap<String, T>();
        values.forEach((name, value) -> view.put(name, how.apply(value)));
        return view;
    }

    void writeTo(ByteWriter writer, BiConsumer<V, ByteWriter> write) {
        writer.unsigned(values.size());
        values.forEach((name, value) -> {
            writer.text(name);
            write.accept(value, writer);
        });
    }

    void readFrom(ByteReader reader, Function<ByteReader, V> read) {
        for (long left = reader.unsigned(); left > 0; left--) {
            // all actors of a partition use the same few names
            values.put(reader.text().intern(), read.apply(reader));
        }
    }
}
