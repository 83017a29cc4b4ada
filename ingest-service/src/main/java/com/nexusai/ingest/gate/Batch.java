package com.nexusai.ingest.gate;

import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.serde.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Cuts a request body into the bytes of its events: one event, an array of them, or {@code {"events": […]}}. */
final class Batch {
    private static final String WRAPPER = "events";
    private static final String TYPE = "type";

    private Batch() {}

    /** @throws MalformedEvent if the body is not JSON, or is neither an object nor an array */
    static List<byte[]> split(byte[] body) throws MalformedEvent {
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            var events = switch (parser.nextToken()) {
                case START_ARRAY -> elements(parser, body);
                case START_OBJECT -> wrappedOrSingle(parser, body);
                case null -> throw new MalformedEvent(null, "is empty");
                default ->
                    throw new MalformedEvent(
                            null,
                            "must be an event, an array of events or {\"events\": […]}, not "
                                    + Json.name(parser.currentToken()));
            };
            if (parser.nextToken() != null) {
                throw new MalformedEvent(null, "goes on after the end of its JSON");
            }
            return events;
        } catch (JacksonException notJson) {
            throw new MalformedEvent(null, "is not valid JSON: " + Json.explain(notJson));
        }
    }

    /** An object with a type is an event, whatever else it has: a batch has none. */
    private static List<byte[]> wrappedOrSingle(JsonParser parser, byte[] body) throws MalformedEvent {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        List<byte[]> wrapped = null;
        boolean event = false;
        String field;
        while ((field = parser.nextName()) != null) {
            event |= field.equals(TYPE);
            if (parser.nextToken() == JsonToken.START_ARRAY && field.equals(WRAPPER)) {
                if (wrapped != null) {
                    throw new MalformedEvent(null, "has the field '" + WRAPPER + "' twice");
                }
                wrapped = elements(parser, body);
            } else {
                parser.skipChildren();
            }
        }
        return wrapped != null && !event ? wrapped : List.of(cut(parser, body, from));
    }

    private static List<byte[]> elements(JsonParser parser, byte[] body) {
        var events = new ArrayList<byte[]>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            events.add(cut(parser, body, from));
        }
        return events;
    }

    private static byte[] cut(JsonParser parser, byte[] body, int from) {
        parser.finishToken();
        return Arrays.copyOfRange(body, from, (int) parser.currentLocation().getByteOffset());
    }
}
