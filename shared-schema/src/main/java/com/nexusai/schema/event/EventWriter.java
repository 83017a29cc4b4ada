package com.nexusai.schema.event;

import com.nexusai.schema.serde.Json;
import com.nexusai.schema.serde.RawValue;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes an event as JSON; what came in as bytes goes out as the same bytes. */
public final class EventWriter {
    private EventWriter() {}

    public static byte[] write(Event event) {
        var out = new ByteArrayOutputStream(
                256 + event.properties().size() + event.context().size());
        try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("eventId", event.eventId());
            json.writeStringProperty("tenantId", event.tenantId());
            json.writeStringProperty("type", event.type());
            optional(json, "userId", event.userId());
            optional(json, "anonymousId", event.anonymousId());
            optional(json, "sessionId", event.sessionId());
            json.writeStringProperty("timestamp", EventTime.text(event.timestamp()));
            json.writeStringProperty("receivedAt", EventTime.text(event.receivedAt()));
            raw(json, "properties", event.properties());
            raw(json, "context", event.context());
            if (event.content() != null) {
                raw(json, "content", event.content());
            }
            for (Map.Entry<String, RawJson> unknown : event.extra().entrySet()) {
                raw(json, unknown.getKey(), unknown.getValue());
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void optional(JsonGenerator json, String field, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(field, value);
        }
    }

    private static void raw(JsonGenerator json, String field, RawJson value) {
        json.writeName(field);
        json.writeRawValue(new RawValue(value.utf8()));
    }
}
