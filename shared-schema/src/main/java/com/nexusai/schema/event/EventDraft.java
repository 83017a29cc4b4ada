package com.nexusai.schema.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as a producer wrote it: well-formed JSON with fields of the right type, any of which may be missing. */
public final class EventDraft {
    public @Nullable String eventId;
    public @Nullable String tenantId;
    public @Nullable String type;
    public @Nullable String userId;
    public @Nullable String anonymousId;
    public @Nullable String sessionId;
    public @Nullable Instant timestamp;
    public @Nullable Instant receivedAt;
    public @Nullable RawJson properties;
    public @Nullable RawJson context;
    public @Nullable RawJson content;
    private @Nullable Map<String, RawJson> extra;

    /** @return what was kept under that name before, if anything */
    @Nullable
    RawJson keep(String unknownField, RawJson value) {
        if (extra == null) {
            extra = new LinkedHashMap<>();
        }
        return extra.put(unknownField, value);
    }

    public Map<String, RawJson> extra() {
        return extra == null ? Map.of() : extra;
    }

    /** @throws MalformedEvent if a field that every event has is missing */
    public Event toEvent() throws MalformedEvent {
        return new Event(
                required("eventId", eventId),
                required("tenantId", tenantId),
                required("type", type),
                userId,
                anonymousId,
                sessionId,
                required("timestamp", timestamp),
                required("receivedAt", receivedAt),
                properties != null ? properties : RawJson.EMPTY_OBJECT,
                context != null ? context : RawJson.EMPTY_OBJECT,
                content,
                extra());
    }

    private static <T> T required(String field, @Nullable T value) throws MalformedEvent {
        if (value == null) {
            throw new MalformedEvent(field, "is missing");
        }
        return value;
    }
}
