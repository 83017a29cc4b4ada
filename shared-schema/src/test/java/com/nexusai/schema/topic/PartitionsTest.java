package com.nexusai.schema.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.page.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionsTest {
    private static final int PARTITIONS = 6;

    @ParameterizedTest
    @ValueSource(strings = {"acme/u-4711", "acme/u-1", "a/b/c", "", "é/😀", "a long key of more than thirty-two bytes"})
    void shouldChooseAsKafkasOwnProducerDoes(String key) {
        int chosen = BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), PARTITIONS);

        assertThat(Partitions.of(key, PARTITIONS)).isEqualTo(chosen);
    }

    /** The page tells producers in other languages what to expect. */
    @Test
    void shouldChooseWhatThePageSays() throws IOException {
        var page = Files.readString(Checkout.DOCS.resolve("topics.md"));

        assertThat(page)
                .contains("`acme/u-4711` of " + PARTITIONS + " partitions is partition "
                        + Partitions.of("acme/u-4711", PARTITIONS));
    }
}
