package com.nexusai.ingest.protocol;

import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.event.StrictJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON inside of the parameters: as text, or in Base64 as URLs like it. */
final class SnowplowJson {
    private SnowplowJson() {}

    /**
     * The data of the wrapper that every self-describing parameter has.
     *
     * @return null when there is none or it cannot be read; then it stays where it is
     */
    static @Nullable JsonNode take(ObjectNode parameters, String encoded, String plain) {
        for (var name : new String[] {encoded, plain}) {
            var value = parameters.get(name);
            var data = value == null || !value.isString() ? null : data(value.asString(), name.equals(encoded));
            if (data != null) {
                parameters.remove(name);
                return data;
            }
        }
        return null;
    }

    /** {@code iglu:com.acme/thing_done/jsonschema/1-0-0} is {@code thing_done}. */
    static @Nullable String typeOf(String schema) {
        var parts = schema.split("/", -1);
        if (parts.length < 2 || parts[1].isBlank()) {
            return null;
        }
        return switch (parts[1]) {
            case "screen_view" -> "SCREEN_VIEW";
            case "page_view" -> "PAGE_VIEW";
            default -> parts[1];
        };
    }

    static void number(ObjectNode object, String field) {
        var value = object.get(field);
        if (value != null && value.isString() && value.asString().matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            object.put(field, new BigDecimal(value.asString()));
        }
    }

    private static @Nullable JsonNode data(String text, boolean encoded) {
        try {
            var json = encoded
                    ? Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'))
                    : text.getBytes(StandardCharsets.UTF_8);
            return StrictJson.read(json).get("data");
        } catch (IllegalArgumentException | MalformedEvent unreadable) {
            return null;
        }
    }
}
