package com.nexusai.ingest.http;

import com.nexusai.ingest.domain.Verdict;
import com.nexusai.ingest.rejected.RejectedEntry;
import com.nexusai.ingest.rejected.Workbench;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A rejected event in a list. */
record RejectedView(
        String id,
        String eventId,
        String code,
        @Nullable String field,
        String detail,
        String source,
        @Nullable String producer,
        Instant rejectedAt,
        int bytes,
        boolean resubmitted) {

    static RejectedView of(RejectedEntry entry, boolean resubmitted) {
        return new RejectedView(
                entry.id().text(),
                entry.eventId(),
                entry.code(),
                entry.field(),
                entry.detail(),
                entry.source(),
                entry.producer(),
                entry.rejectedAt(),
                entry.bytes(),
                resubmitted);
    }

    /**
     * The same with its bytes.
     *
     * @param text the bytes as they came, where they are UTF-8; else they are in {@code base64}
     * @param cut whether there were more than are kept
     */
    record Whole(
            RejectedView event,
            @Nullable String text,
            @Nullable String base64,
            boolean cut,
            Map<String, String> headers) {

        static Whole of(RejectedView event, ConsumerRecord<byte[], byte[]> raw) {
            byte[] value = raw.value() == null ? new byte[0] : raw.value();
            var text = decoded(value);
            return new Whole(
                    event,
                    text,
                    text == null ? Base64.getEncoder().encodeToString(value) : null,
                    Workbench.isCut(raw),
                    headersOf(raw));
        }
    }

    /** What the door would say; or did, where it was sent. */
    record Judged(
            String id,
            String status,
            @Nullable String code,
            @Nullable String field,
            @Nullable String detail) {

        static Judged of(RejectedEntry entry, Verdict verdict, String whenGood) {
            return switch (verdict) {
                case Verdict.Accepted good -> new Judged(entry.id().text(), whenGood, null, null, null);
                case Verdict.Rejected bad -> {
                    var why = bad.rejection();
                    yield new Judged(entry.id().text(), "rejected", why.code().code(), why.field(), why.detail());
                }
            };
        }
    }

    private static Map<String, String> headersOf(ConsumerRecord<byte[], byte[]> raw) {
        var headers = new TreeMap<String, String>();
        for (Header header : raw.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    private static @Nullable String decoded(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException binary) {
            return null;
        }
    }
}
