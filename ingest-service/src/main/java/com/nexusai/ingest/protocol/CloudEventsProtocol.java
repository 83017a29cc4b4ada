package com.nexusai.ingest.protocol;

import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.event.StrictJson;
import com.nexusai.schema.serde.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** CloudEvents 1.0 over HTTP: attributes in headers (binary), all in one JSON (structured), or many of those (batch). */
final class CloudEventsProtocol implements Protocol {
    private static final String PREFIX = "ce-";

    @Override
    public String source() {
        return "cloudevents";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/cloudevents"));
    }

    @Override
    public List<byte[]> read(WireRequest request) throws MalformedEvent {
        if (request.mediaType().startsWith("application/cloudevents")) {
            return request.envelope("").translate(Set.of(), event -> CloudEventMessage.translate(source(), event));
        }
        var event = binary(request);
        if (event.isEmpty()) {
            throw new MalformedEvent(
                    null, "is no CloudEvent: it has neither ce- headers nor the type application/cloudevents+json");
        }
        return List.of(CloudEventMessage.translate(source(), event));
    }

    @Override
    public Answer answer(WireRequest request) {
        return Answer.accepted();
    }

    private static ObjectNode binary(WireRequest request) throws MalformedEvent {
        var event = Json.MAPPER.createObjectNode();
        request.headers().forEach((name, value) -> {
            var attribute = name.toLowerCase(Locale.ROOT);
            if (attribute.startsWith(PREFIX)) {
                event.put(attribute.substring(PREFIX.length()), decoded(value));
            }
        });
        if (!event.isEmpty() && request.body().length > 0) {
            event.put("datacontenttype", request.header("Content-Type"));
            addData(event, request);
        }
        return event;
    }

    private static void addData(ObjectNode event, WireRequest request) throws MalformedEvent {
        var type = request.mediaType();
        if (type.isEmpty() || type.equals("application/json") || type.endsWith("+json")) {
            event.set("data", StrictJson.read(request.body()));
        } else if (type.startsWith("text/")) {
            event.put("data", new String(request.body(), StandardCharsets.UTF_8));
        } else {
            event.put("data_base64", request.body());
        }
    }

    /** What a header cannot hold is percent-encoded. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
