package com.nexusai.ingest.protocol;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One PostHog event. Its properties stay as they are; what we have a place for is copied there. */
final class PostHogMessage {
    private static final Map<String, String> TYPES = Map.of(
            "$pageview", "PAGE_VIEW",
            "$screen", "SCREEN_VIEW",
            "$identify", "IDENTIFY",
            "$create_alias", "ALIAS",
            "$groupidentify", "GROUP");

    private static final Map<String, String> PAGE =
            Map.of("$current_url", "url", "$pathname", "path", "$referrer", "referrer", "title", "title");

    private static final Map<String, String> LIBRARY = Map.of("$lib", "name", "$lib_version", "version");

    private final Translation message;

    private PostHogMessage(ObjectNode message) {
        this.message = new Translation(message);
    }

    static byte[] translate(String source, ObjectNode message, Skew skew, Instant receivedAt) {
        return new PostHogMessage(message).translate(source, skew, receivedAt);
    }

    /** Browsers put the key into each event, in one of these places. */
    static @Nullable String token(@Nullable ObjectNode message) {
        if (message == null) {
            return null;
        }
        for (var place :
                new JsonNode[] {message.get("api_key"), message.get("token"), message.at("/properties/token")}) {
            if (place != null && place.isString()) {
                return place.asString();
            }
        }
        return null;
    }

    private byte[] translate(String source, Skew skew, Instant receivedAt) {
        message.take("api_key");
        message.take("token");
        message.properties("properties");
        message.properties().remove("token");
        message.move("uuid", "eventId");
        offset(receivedAt);
        message.time("timestamp", skew);
        message.put("sessionId", property("$session_id"));
        person();
        type();
        context();
        return message.finish(source);
    }

    private void type() {
        var event = message.peek("event");
        var ours = event != null && event.isString() ? TYPES.get(event.asString()) : null;
        if (ours == null) {
            message.move("event", "type");
        } else {
            message.put("type", ours);
        }
    }

    /** Where no time is given, {@code offset} may say how many milliseconds ago it was. */
    private void offset(Instant receivedAt) {
        var offset = message.peek("offset");
        if (message.peek("timestamp") == null && offset != null && offset.isInt()) {
            message.put("timestamp", receivedAt.minusMillis(offset.intValue()).toString());
        }
    }

    private void person() {
        var id = message.peek("distinct_id");
        if (id == null) {
            id = property("distinct_id");
        }
        message.put("anonymousId", property("$anon_distinct_id"));
        if (id == null || isGroup(id)) {
            return;
        }
        message.take("distinct_id");
        message.put(isAnonymous(id) ? "anonymousId" : "userId", id);
    }

    /** What sets a group's traits has no person; the SDK makes up an id of the group's. */
    private boolean isGroup(JsonNode id) {
        var type = property("$group_type");
        var key = property("$group_key");
        return type != null && key != null && id.asString("").equals("$" + type.asString("") + "_" + key.asString(""));
    }

    private boolean isAnonymous(JsonNode id) {
        return isFalse("$is_identified") || isFalse("$process_person_profile") || id.equals(property("$device_id"));
    }

    private boolean isFalse(String name) {
        var value = property(name);
        return value != null && value.isBoolean() && !value.booleanValue();
    }

    private void context() {
        copy("$ip", "ip");
        copy("$raw_user_agent", "userAgent");
        copy("$timezone", "timezone");
        copy("$browser_language", "locale");
        group("page", PAGE);
        group("library", LIBRARY);
    }

    private void group(String name, Map<String, String> members) {
        var group = message.context().objectNode();
        members.forEach((theirs, ours) -> {
            var value = property(theirs);
            if (value != null) {
                group.set(ours, value);
            }
        });
        if (!group.isEmpty()) {
            message.context().set(name, group);
        }
    }

    private void copy(String theirs, String ours) {
        var value = property(theirs);
        if (value != null) {
            message.context().set(ours, value);
        }
    }

    private @Nullable JsonNode property(String name) {
        var value = message.properties().get(name);
        return value == null || value.isNull() ? null : value;
    }
}
