package com.nexusai.query.domain;

import java.time.Instant;
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

    /** Where an event stands among all of its tenant, newest first. */
    public record Position(Instant timestamp, String eventId, String actor) {}
}
