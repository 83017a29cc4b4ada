package com.nexusai.ingest.processor;

import com.nexusai.ingest.domain.Verdict.Rejected;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.rejection.RejectionHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** What goes out with a refused record: its bytes as they came, its own headers, why, and where it lay. */
final class RejectedRecord {
    /** What the rejected topic surely takes, also of bytes that do not compress. */
    static final int LARGEST = 1024 * 1024;

    private static final byte[] NOTHING = {};

    private RejectedRecord() {}

    static Record<String, Object> of(Record<byte[], byte[]> door, Rejected rejected, RecordMetadata origin) {
        var headers = door.headers();
        var rejection = rejected.rejection();
        put(headers, RejectionHeaders.CODE, rejection.code().code());
        if (rejection.field() != null) {
            put(headers, RejectionHeaders.FIELD, rejection.field());
        }
        put(headers, RejectionHeaders.DETAIL, rejection.detail());
        put(headers, RejectionHeaders.ORIGIN_TOPIC, origin.topic());
        put(headers, RejectionHeaders.ORIGIN_PARTITION, Integer.toString(origin.partition()));
        put(headers, RejectionHeaders.ORIGIN_OFFSET, Long.toString(origin.offset()));
        var value = door.value() == null ? NOTHING : door.value();
        if (value.length > LARGEST) {
            put(headers, RejectionHeaders.CUT_FROM, Integer.toString(value.length));
            value = Arrays.copyOf(value, LARGEST);
        }
        return new Record<>(EventKey.of(rejected.tenantId(), rejected.eventId()), value, door.timestamp(), headers);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
