package com.nexusai.query.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.StoredEvent.Position;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.schema.serde.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JacksonException;

/**
 * Where the next page begins. It holds the range too, so that pages of "the last day" do not slide while they are
 * turned.
 */
record EventCursor(TimeRange range, Position after) {

    private record Text(long from, long to, long at, String id, String actor) {}

    String text() {
        var json = Json.MAPPER.writeValueAsBytes(new Text(
                range.from().toEpochMilli(),
                range.to().toEpochMilli(),
                after.timestamp().toEpochMilli(),
                after.eventId(),
                after.actor()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** @throws Problem if it is not one of ours */
    static EventCursor parse(String cursor) {
        try {
            var json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var text = Json.MAPPER.readValue(json, Text.class);
            var range = new TimeRange(Instant.ofEpochMilli(text.from()), Instant.ofEpochMilli(text.to()));
            return new EventCursor(range, new Position(Instant.ofEpochMilli(text.at()), text.id(), text.actor()));
        } catch (JacksonException | IllegalArgumentException | NullPointerException | DateTimeException notOurs) {
            throw Problem.invalid("cursor", "This is not a cursor from an earlier page.");
        }
    }
}
