package com.nexusai.ingest.protocol;

import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.serde.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Snowplow's tracker protocol: a list of parameters under {@code data}, or one event in the query of a pixel. Its
 * trackers know no key, but an {@code appId}: without a credential elsewhere the key is expected there.
 */
final class SnowplowProtocol implements Protocol {
    private static final String PIXEL = "/i";
    private static final String APP_ID = "aid";

    @Override
    public String source() {
        return "snowplow";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get(PIXEL), Endpoint.post("/com.snowplowanalytics.snowplow/tp2"));
    }

    @Override
    public @Nullable String key(WireRequest request) throws MalformedEvent {
        if (isPixel(request)) {
            return request.query(APP_ID);
        }
        var envelope = request.envelope("data");
        var first = envelope.messages().isEmpty() ? null : envelope.first();
        return first == null || first.get(APP_ID) == null
                ? null
                : first.get(APP_ID).asString("");
    }

    @Override
    public List<byte[]> read(WireRequest request) throws MalformedEvent {
        if (isPixel(request)) {
            return List.of(translate(parameters(request), request));
        }
        return request.envelope("data").translate(Set.of("schema"), message -> translate(message, request));
    }

    @Override
    public Answer answer(WireRequest request) {
        return isPixel(request) ? Answer.pixel() : Answer.text("ok");
    }

    private byte[] translate(ObjectNode message, WireRequest request) {
        if (!request.carriesCredential()) {
            // then it was the key, which is nobody's to read
            message.remove(APP_ID);
        }
        var agent = request.header("User-Agent");
        if (agent != null && message.get("ua") == null) {
            message.put("ua", agent);
        }
        var skew = Skew.between(message.get("stm"), request.receivedAt());
        return SnowplowMessage.translate(source(), message, skew);
    }

    private static ObjectNode parameters(WireRequest request) {
        var parameters = Json.MAPPER.createObjectNode();
        request.query().forEach((name, value) -> {
            if (!WireRequest.KEYS.contains(name)) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }

    private static boolean isPixel(WireRequest request) {
        return request.path().equals(PIXEL) || request.path().equals(PIXEL + "/");
    }
}
