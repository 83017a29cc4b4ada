package com.nexusai.aggregator.domain.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Through bytes and back. */
final class Forms {
    private Forms() {}

    static <T> T throughBytes(T state, BiConsumer<T, ByteWriter> write, Function<ByteReader, T> read) {
        var writer = new ByteWriter(8);
        write.accept(state, writer);
        var reader = new ByteReader(writer.toBytes());
        var again = read.apply(reader);
        assertThat(reader.hasMore()).as("bytes that nobody reads").isFalse();
        return again;
    }
}
