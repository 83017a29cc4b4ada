package com.nexusai.query.http;

import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.StoredEvent;
import com.nexusai.schema.serde.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.util.RawValue;

/** An event as it was sent, with what the fleet added. */
record EventView(
        String eventId,
        String type,
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String sessionId,
        Instant timestamp,
        Instant receivedAt,
        RawValue properties,
        RawValue context,
        @Nullable RawValue content,
        @Nullable RawValue extra) {

    /** One page of events, newest first. */
    record Page(
            Instant from,
            Instant to,
            List<EventView> events,
            @Nullable String nextCursor,
            Meta meta) {}

    static EventView of(StoredEvent event) {
        return new EventView(
                event.eventId(),
                event.type(),
                event.userId(),
                event.anonymousId(),
                event.sessionId(),
                event.timestamp(),
                event.receivedAt(),
                stored(event.properties()),
                stored(event.context()),
                event.content() == null ? null : stored(event.content()),
                event.extra() == null || event.extra().equals("{}") ? null : stored(event.extra()));
    }

    // the text goes out as it is: as a tree it would take many times the memory that a page is allowed
    private static RawValue stored(String json) {
        if (json.isEmpty()) {
            return new RawValue("{}");
        }
        // a row that someone else wrote is shown as the text that it is
        return new RawValue(isJson(json) ? json : Json.MAPPER.writeValueAsString(json));
    }

    private static boolean isJson(String text) {
        try (var parser = Json.MAPPER.createParser(text)) {
            return parser.nextToken() != null && parser.skipChildren().nextToken() == null;
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
