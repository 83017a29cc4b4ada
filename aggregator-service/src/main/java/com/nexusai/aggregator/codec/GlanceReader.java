package com.nexusai.aggregator.codec;

import com.nexusai.aggregator.domain.filter.EventView;
import com.nexusai.schema.event.EventTime;
import com.nexusai.schema.serde.Json;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;

/** Reads the envelope of a validated event in one streaming pass; of what is nested it only notes the place. */
public final class GlanceReader implements Deserializer<EventView> {
    private static final TokenStreamFactory JSON = Json.MAPPER.tokenStreamFactory();

    @Override
    public @Nullable EventView deserialize(String topic, byte @Nullable [] json) {
        if (json == null) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return read(parser, json);
        } catch (JacksonException | java.time.DateTimeException problem) {
            throw new SerializationException("not a validated event on " + topic, problem);
        }
    }

    private static EventView read(JsonParser parser, byte[] json) {
        var glance = new EventGlance(json);
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new SerializationException("a validated event is a JSON object");
        }
        String field;
        while ((field = parser.nextName()) != null) {
            var token = parser.nextToken();
            switch (field) {
                case "eventId" -> glance.eventId = parser.getString();
                case "tenantId" -> glance.tenantId = parser.getString();
                case "type" -> glance.type = parser.getString();
                case "userId" -> glance.userId = text(parser, token);
                case "anonymousId" -> glance.anonymousId = text(parser, token);
                case "sessionId" -> glance.sessionId = text(parser, token);
                case "timestamp" ->
                    glance.timestampMillis = EventTime.parse(parser.getString()).toEpochMilli();
                case "properties" -> {
                    glance.propertiesOffset = from(parser);
                    glance.propertiesLength = to(parser) - glance.propertiesOffset;
                }
                case "context" -> {
                    glance.contextOffset = from(parser);
                    glance.contextLength = to(parser) - glance.contextOffset;
                }
                default -> parser.skipChildren();
            }
        }
        if (glance.tenantId.isEmpty() || glance.type.isEmpty()) {
            throw new SerializationException("a validated event has a tenant and a type");
        }
        return glance;
    }

    private static @Nullable String text(JsonParser parser, JsonToken token) {
        return token == JsonToken.VALUE_NULL ? null : parser.getString();
    }

    private static int from(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private static int to(JsonParser parser) {
        parser.skipChildren();
        parser.finishToken();
        return (int) parser.currentLocation().getByteOffset();
    }
}
