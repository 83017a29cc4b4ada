package com.nexusai.schema.event;

import com.nexusai.schema.serde.Json;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.ObjectReader;

/** Reads the envelope of an event in one streaming pass; nested objects are cut out as bytes and left alone. */
public final class EventReader {
    private static final ObjectReader STRICT = Json.MAPPER.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private EventReader() {}

    /** Reads one event, the whole of the bytes. */
    public static EventDraft read(byte[] json) throws MalformedEvent {
        return readWhole(Json.MAPPER.createParser(json), json);
    }

    /**
     * Reads what a producer wrote. A name that an object has twice is refused at any depth: one reader would take its first
     * value and another the last. What lies behind the door already is not asked again.
     */
    public static EventDraft readStrictly(byte[] json) throws MalformedEvent {
        return readWhole(STRICT.createParser(json), json);
    }

    private static EventDraft readWhole(JsonParser json, byte[] source) throws MalformedEvent {
        try (JsonParser parser = json) {
            parser.nextToken();
            var draft = read(parser, source);
            if (parser.nextToken() != null) {
                throw new MalformedEvent(null, "there is more after the event's closing brace");
            }
            return draft;
        } catch (StreamConstraintsException limit) {
            throw String.valueOf(limit.getMessage()).contains("nesting depth")
                    ? MalformedEvent.tooDeep()
                    : new MalformedEvent(null, "is beyond what is read: " + Json.explain(limit));
        } catch (JacksonException notJson) {
            throw givenTwice(json, notJson);
        }
    }

    /** The parser stands at the name that it refuses; any other fault is told in its own words. */
    private static MalformedEvent givenTwice(JsonParser parser, JacksonException fault) {
        if (!String.valueOf(fault.getOriginalMessage()).startsWith("Duplicate")) {
            return new MalformedEvent(null, "is not valid JSON: " + Json.explain(fault));
        }
        var path = parser.streamReadContext().pathAsPointer();
        var field = path.getMatchingProperty();
        return path.tail().matches()
                ? new MalformedEvent(field, "is given twice")
                : new MalformedEvent(field, "has a name twice, at " + Json.shorten(path.toString()));
    }

    /** Reads the event that the parser stands at, leaving it on the event's last token. */
    public static EventDraft read(JsonParser parser, byte[] source) throws MalformedEvent {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedEvent(null, "an event is a JSON object, not " + Json.name(parser.currentToken()));
        }
        var draft = new EventDraft();
        String field;
        while ((field = parser.nextName()) != null) {
            parser.nextToken();
            readField(draft, field, parser, source);
        }
        return draft;
    }

    private static void readField(EventDraft draft, String field, JsonParser parser, byte[] source)
            throws MalformedEvent {
        switch (field) {
            case "eventId" -> draft.eventId = once(field, draft.eventId, text(field, parser));
            case "tenantId" -> draft.tenantId = once(field, draft.tenantId, text(field, parser));
            case "type" -> draft.type = once(field, draft.type, text(field, parser));
            case "userId" -> draft.userId = once(field, draft.userId, text(field, parser));
            case "anonymousId" -> draft.anonymousId = once(field, draft.anonymousId, text(field, parser));
            case "sessionId" -> draft.sessionId = once(field, draft.sessionId, text(field, parser));
            case "timestamp" -> draft.timestamp = once(field, draft.timestamp, time(field, parser));
            case "receivedAt" -> draft.receivedAt = once(field, draft.receivedAt, time(field, parser));
            case "properties" -> draft.properties = once(field, draft.properties, object(field, parser, source));
            case "context" -> draft.context = once(field, draft.context, object(field, parser, source));
            case "content" -> draft.content = once(field, draft.content, object(field, parser, source));
            default -> once(field, draft.keep(field, raw(field, parser, source)), RawJson.EMPTY_OBJECT);
        }
    }

    /** Of two values one reader would take the first and another the last. */
    private static <T> @Nullable T once(String field, @Nullable T before, @Nullable T value) throws MalformedEvent {
        if (before != null) {
            throw new MalformedEvent(field, "is given twice");
        }
        return value;
    }

    /** Ids are often numbers at the producer; they are taken as their digits. */
    private static @Nullable String text(String field, JsonParser parser) throws MalformedEvent {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT -> parser.getString();
            case VALUE_NULL -> null;
            default -> throw wrongType(field, "a string", parser);
        };
    }

    private static @Nullable Instant time(String field, JsonParser parser) throws MalformedEvent {
        try {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> EventTime.parse(parser.getString());
                case VALUE_NUMBER_INT -> EventTime.ofEpochMilli(parser.getNumberValue());
                case VALUE_NULL -> null;
                default -> throw wrongType(field, "an ISO-8601 time or epoch milliseconds", parser);
            };
        } catch (DateTimeException notATime) {
            throw new MalformedEvent(
                    field,
                    "is not a time: '" + Json.shorten(parser.getString())
                            + "'; use ISO-8601 with an offset, such as 2026-01-31T09:30:00Z, or epoch milliseconds");
        }
    }

    private static @Nullable RawJson object(String field, JsonParser parser, byte[] source) throws MalformedEvent {
        return switch (parser.currentToken()) {
            case START_OBJECT -> raw(field, parser, source);
            case VALUE_NULL -> null;
            default -> throw wrongType(field, "an object", parser);
        };
    }

    private static RawJson raw(String field, JsonParser parser, byte[] source) throws MalformedEvent {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        if (!Utf8.isWellFormed(source, from, to)) {
            throw new MalformedEvent(field, "is not valid UTF-8");
        }
        if (!Surrogates.arePaired(source, from, to)) {
            throw new MalformedEvent(field, "has an escape that is half of a surrogate pair");
        }
        return RawJson.slice(source, from, to);
    }

    private static MalformedEvent wrongType(String field, String wanted, JsonParser parser) {
        return new MalformedEvent(field, "must be " + wanted + ", not " + Json.name(parser.currentToken()));
    }
}
