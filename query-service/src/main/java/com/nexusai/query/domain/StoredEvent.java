package com.nexusai.query.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event as history keeps it.
 *
 * @param properties JSON text, as are {@code context}, {@code content} and {@code extra}
 */
public record StoredEvent(
        String eventId,
        String type,
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String sessionId,
        String actor,
        Instant timestamp,
        Instant receivedAt,
        String properties,
        String context,
        @Nullable String content,
        @Nullable String extra) {

    public Position position() {
        return new Position(timestamp, eventId, actor);
    }

    /** What its texts take in an answer, about. */
    long textBytes() {
        return Stream.of(eventId, type, userId, anonymousId, sessionId, properties, context, content, extra)
                .mapToLong(StoredEvent::bytes)
                .sum();
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Where an event stands among all of its tenant, newest first. */
    public record Position(Instant timestamp, String eventId, String actor) {}
}
