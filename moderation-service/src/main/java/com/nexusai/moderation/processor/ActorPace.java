package com.nexusai.moderation.processor;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;

/** The header by which it is told onwards how many pieces of content an actor has sent of late. */
final class ActorPace {
    static final String HEADER = "actor-pace";

    private ActorPace() {}

    /** Replaces whatever a producer may have written there. */
    static void write(Headers headers, long pace) {
        headers.remove(HEADER);
        headers.add(HEADER, ByteBuffer.allocate(Long.BYTES).putLong(pace).array());
    }

    /** Nobody counts what comes by REST. */
    static long read(Headers headers) {
        var header = headers.lastHeader(HEADER);
        boolean counted = header != null && header.value() != null && header.value().length == Long.BYTES;
        return counted ? ByteBuffer.wrap(header.value()).getLong() : 0;
    }
}
