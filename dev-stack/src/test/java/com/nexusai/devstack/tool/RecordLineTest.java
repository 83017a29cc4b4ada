package com.nexusai.devstack.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordLineTest {
    @Test
    void shouldShowPlaceTimeKeyAndValueInOneLine() {
        var line = RecordLine.of(record("default/ada".getBytes(UTF_8), "{\n\"a\": \"é\"}".getBytes(UTF_8)));

        assertThat(line).isEqualTo("4:12      1970-01-01T00:00:00Z  default/ada  {\\n\"a\": \"é\"}");
    }

    @Test
    void shouldShowHexWhenBytesAreNoText() {
        var line = RecordLine.of(record(new byte[] {0, 1}, new byte[] {(byte) 0xff, 'a'}));

        assertThat(line).endsWith("  0x0001  0xff61");
    }

    @Test
    void shouldShortenLongBinaryValues() {
        var line = RecordLine.of(record(null, new byte[65]));

        assertThat(line).contains("(no key)  0x0000").endsWith("… (65 bytes)");
    }

    @Test
    void shouldTellThatARecordDeletesItsKey() {
        assertThat(RecordLine.of(record(new byte[] {'k'}, null))).endsWith("  k  (deleted)");
    }

    @Test
    void shouldShowHeadersButNotTracing() {
        var record = record(new byte[] {'k'}, new byte[] {'v'});
        record.headers().add("reason", "malformed".getBytes(UTF_8)).add("traceparent", "00-1".getBytes(UTF_8));

        assertThat(RecordLine.of(record)).endsWith("  v  reason=malformed");
    }

    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                "topic", 4, 12, 0, TimestampType.CREATE_TIME, 0, 0, key, value, new RecordHeaders(), Optional.empty());
    }
}
