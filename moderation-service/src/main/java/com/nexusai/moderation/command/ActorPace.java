package com.nexusai.moderation.command;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;

/** The header by which it is told onwards how many pieces of content an actor has sent of late. */
public final class ActorPace {
    public static final String HEADER = "actor-pace";

    private ActorPace() {}

    /** Replaces whatever a producer may have written there. */
    public static void write(Headers headers, long pace) {
        headers.remove(HEADER);
        headers.add(HEADER, ByteBuffer.allocate(Long.BYTES).putLong(pace).array());
    }

    /** 0 where nobody has counted. */
    public static long read(Headers headers) {
        var header = headers.lastHeader(HEADER);
        boolean counted = header != null && header.value() != null && header.value().length == Long.BYTES;
        return counted ? ByteBuffer.wrap(header.value()).getLong() : 0;
    }
}
