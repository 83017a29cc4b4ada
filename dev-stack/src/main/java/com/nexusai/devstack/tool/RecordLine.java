package com.nexusai.devstack.tool;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record as one line: partition:offset, time, key, value and what headers tell. Bytes that are no text are shown as hex. */
final class RecordLine {
    private static final Set<String> LEFT_OUT = Set.of("traceparent", "correlation-id");
    private static final int HEX_BYTES = 64;

    private RecordLine() {}

    static String of(ConsumerRecord<byte[], byte[]> record) {
        var line = new StringBuilder()
                .append("%d:%-6d  %s  ".formatted(record.partition(), record.offset(), time(record.timestamp())))
                .append(record.key() == null ? "(no key)" : text(record.key()))
                .append("  ")
                .append(record.value() == null ? "(deleted)" : text(record.value()));
        for (var header : record.headers()) {
            if (!LEFT_OUT.contains(header.key())) {
                line.append("  ").append(header.key()).append('=').append(text(header.value()));
            }
        }
        return line.toString();
    }

    private static String time(long millis) {
        return millis < 0 ? "(no time)" : Instant.ofEpochMilli(millis).toString();
    }

    private static String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "(null)";
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var oneLine = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
            return oneLine.chars().anyMatch(Character::isISOControl) ? hex(bytes) : oneLine;
        } catch (CharacterCodingException binary) {
            return hex(bytes);
        }
    }

    private static String hex(byte[] bytes) {
        var hex = "0x" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, HEX_BYTES));
        return bytes.length <= HEX_BYTES ? hex : hex + "… (" + bytes.length + " bytes)";
    }
}
