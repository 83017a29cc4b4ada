package com.nexusai.ingest.gate;

import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.serde.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Cuts a request body into the bytes of its events: one event, an array of them, or {@code {"events": […]}}. */
public final class Batch {
    /**
     * Wider than what an event may have: one that is nested too deep, or has a number that is too long, is cut out and
     * refused alone. Beyond this the body is an attack and not a batch.
     */
    private static final JsonFactory CUTTER = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxNumberLength(1000)
                    .build())
            .build();

    private static final String TYPE = "type";

    private Batch() {}

    /**
     * @param wrapper the field that holds the array, where the body is an object without a type
     * @throws MalformedEvent if the body is not JSON, or is neither an object nor an array
     */
    public static Cut cut(byte[] body, String wrapper) throws MalformedEvent {
        try (JsonParser parser = CUTTER.createParser(ObjectReadContext.empty(), body)) {
            var events = switch (parser.nextToken()) {
                case START_ARRAY -> new Cut(elements(parser, body), false);
                case START_OBJECT -> wrappedOrSingle(parser, body, wrapper);
                case null -> throw new MalformedEvent(null, "is empty");
                default ->
                    throw new MalformedEvent(
                            null,
                            "must be one object, an array of them or {\"" + wrapper + "\": […]}, not "
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
    private static Cut wrappedOrSingle(JsonParser parser, byte[] body, String wrapper) throws MalformedEvent {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        List<byte[]> wrapped = null;
        boolean event = false;
        String field;
        while ((field = parser.nextName()) != null) {
            event |= field.equals(TYPE);
            if (parser.nextToken() == JsonToken.START_ARRAY && field.equals(wrapper)) {
                if (wrapped != null) {
                    throw new MalformedEvent(null, "has the field '" + wrapper + "' twice");
                }
                wrapped = elements(parser, body);
            } else {
                parser.skipChildren();
            }
        }
        return wrapped != null && !event ? new Cut(wrapped, false) : new Cut(List.of(slice(parser, body, from)), true);
    }

    /** The elements of the array that the parser stands at. */
    public static List<byte[]> elements(JsonParser parser, byte[] body) {
        var events = new ArrayList<byte[]>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            events.add(slice(parser, body, from));
        }
        return events;
    }

    private static byte[] slice(JsonParser parser, byte[] body, int from) {
        parser.finishToken();
        return Arrays.copyOfRange(body, from, (int) parser.currentLocation().getByteOffset());
    }
}
