package com.nexusai.schema.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A validated, normalised product event.
 *
 * @param eventId the idempotency key: a second event with this id from the same actor is a duplicate
 * @param tenantId whose event it is
 * @param type an open vocabulary; {@link EventType} names those with a built-in meaning
 * @param timestamp when it happened, by the producer's clock, in milliseconds
 * @param receivedAt when the fleet first saw it
 * @param content what moderation scores, if anything
 * @param extra top-level fields that we do not know; they are kept, not dropped
 */
public record Event(
        String eventId,
        String tenantId,
        String type,
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String sessionId,
        Instant timestamp,
        Instant receivedAt,
        RawJson properties,
        RawJson context,
        @Nullable RawJson content,
        Map<String, RawJson> extra) {

    public Event {
        requireNonNull(eventId, "eventId");
        requireNonNull(tenantId, "tenantId");
        requireNonNull(type, "type");
        requireNonNull(timestamp, "timestamp");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(properties, "properties");
        requireNonNull(context, "context");
        // the order of a producer's fields is kept, which Map.copyOf would not do
        extra = extra.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    public Event withContext(RawJson context) {
        return with(properties, context);
    }

    public Event with(RawJson properties, RawJson context) {
        return with(properties, context, extra);
    }

    public Event with(RawJson properties, RawJson context, Map<String, RawJson> extra) {
        return new Event(
                eventId,
                tenantId,
                type,
                userId,
                anonymousId,
                sessionId,
                timestamp,
                receivedAt,
                properties,
                context,
                content,
                extra);
    }

    /** Who did it: the user where known, else the anonymous visitor, else nobody (a metric sample, a job). */
    public @Nullable String actor() {
        return userId != null ? userId : anonymousId;
    }

    /** The key under which it belongs on its topics, so that one actor's events meet on one partition. */
    public String key() {
        var actor = actor();
        return EventKey.of(tenantId, actor != null ? actor : eventId);
    }
}
