package com.nexusai.query.http;

import com.nexusai.query.domain.StoredEvent;
import com.nexusai.schema.serde.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** An event as it was sent, with what the fleet added. */
record EventView(
        String eventId,
        String type,
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String sessionId,
        Instant timestamp,
        Instant receivedAt,
        JsonNode properties,
        JsonNode context,
        @Nullable JsonNode content,
        @Nullable JsonNode extra) {

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
                tree(event.properties()),
                tree(event.context()),
                event.content() == null ? null : tree(event.content()),
                event.extra() == null || event.extra().equals("{}") ? null : tree(event.extra()));
    }

    private static JsonNode tree(String json) {
        try {
            return json.isEmpty() ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(json);
        } catch (JacksonException notJson) {
            // a row that someone else wrote: shown as the text that it is
            return StringNode.valueOf(json);
        }
    }
}
