package com.nexusai.schema.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an event as JSON; what came in as bytes goes out as the same bytes. */
public final class EventWriter {
    private static final byte[] EVENT_ID = "{\"eventId\":".getBytes(US_ASCII);
    private static final byte[] TENANT_ID = ",\"tenantId\":".getBytes(US_ASCII);
    private static final byte[] TYPE = ",\"type\":".getBytes(US_ASCII);
    private static final byte[] USER_ID = ",\"userId\":".getBytes(US_ASCII);
    private static final byte[] ANONYMOUS_ID = ",\"anonymousId\":".getBytes(US_ASCII);
    private static final byte[] SESSION_ID = ",\"sessionId\":".getBytes(US_ASCII);
    private static final byte[] TIMESTAMP = ",\"timestamp\":".getBytes(US_ASCII);
    private static final byte[] RECEIVED_AT = ",\"receivedAt\":".getBytes(US_ASCII);
    private static final byte[] PROPERTIES = ",\"properties\":".getBytes(US_ASCII);
    private static final byte[] CONTEXT = ",\"context\":".getBytes(US_ASCII);
    private static final byte[] CONTENT = ",\"content\":".getBytes(US_ASCII);

    private EventWriter() {}

    public static byte[] write(Event event) {
        var json =
                new JsonBytes(384 + event.properties().size() + event.context().size());
        json.raw(EVENT_ID).text(event.eventId());
        json.raw(TENANT_ID).text(event.tenantId());
        json.raw(TYPE).text(event.type());
        optional(json, USER_ID, event.userId());
        optional(json, ANONYMOUS_ID, event.anonymousId());
        optional(json, SESSION_ID, event.sessionId());
        json.raw(TIMESTAMP).text(EventTime.text(event.timestamp()));
        json.raw(RECEIVED_AT).text(EventTime.text(event.receivedAt()));
        json.raw(PROPERTIES).raw(event.properties().utf8());
        json.raw(CONTEXT).raw(event.context().utf8());
        if (event.content() != null) {
            json.raw(CONTENT).raw(event.content().utf8());
        }
        for (Map.Entry<String, RawJson> unknown : event.extra().entrySet()) {
            json.raw(',').text(unknown.getKey()).raw(':').raw(unknown.getValue().utf8());
        }
        return json.raw('}').toBytes();
    }

    private static void optional(JsonBytes json, byte[] field, @Nullable String value) {
        if (value != null) {
            json.raw(field).text(value);
        }
    }
}
