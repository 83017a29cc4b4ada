package com.nexusai.ingest.protocol;

import com.nexusai.schema.event.StrictJson;
import com.nexusai.schema.serde.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One message on its way to an event. Fields are taken out of the message one by one; what is left over in the end has
 * no counterpart and goes into the context, under the name of its protocol.
 */
final class Translation {
    private final ObjectNode message;
    private final ObjectNode event = Json.MAPPER.createObjectNode();
    private final ObjectNode properties = Json.MAPPER.createObjectNode();
    private final ObjectNode context = Json.MAPPER.createObjectNode();

    Translation(ObjectNode message) {
        this.message = message;
    }

    @Nullable
    JsonNode peek(String field) {
        var value = message.get(field);
        return value == null || value.isNull() ? null : value;
    }

    /** A null of the message's is nothing, here and elsewhere. */
    @Nullable
    JsonNode take(String field) {
        var value = message.remove(field);
        return value == null || value.isNull() ? null : value;
    }

    /** Null, and left where it is, when it is no text. */
    @Nullable
    String takeText(String field) {
        var value = message.get(field);
        return value != null && value.isString()
                ? String.valueOf(message.remove(field).asString())
                : null;
    }

    /** Puts something back among what has no counterpart, unless there is something of that name. */
    void leave(String field, String value) {
        message.putIfAbsent(field, StringNode.valueOf(value));
    }

    boolean has(String field) {
        return event.has(field);
    }

    Translation put(String field, @Nullable JsonNode value) {
        if (value != null) {
            event.set(field, value);
        }
        return this;
    }

    Translation put(String field, String value) {
        event.put(field, value);
        return this;
    }

    /** Ids and the like: also of a wrong type, so that the event is refused for it and not for its absence. */
    Translation move(String from, String to) {
        return put(to, take(from));
    }

    /** Into the properties, unless they have one of that name already; then it is left over. */
    Translation property(String from, String to) {
        return into(properties, from, to);
    }

    Translation context(String from, String to) {
        return into(context, from, to);
    }

    /** All members of an object into the properties; what is no object is left over. */
    Translation properties(String from) {
        return all(from, properties);
    }

    Translation context(String from) {
        return all(from, context);
    }

    ObjectNode properties() {
        return properties;
    }

    ObjectNode context() {
        return context;
    }

    /** A context that a batch has for all its messages holds for those without one of their own. */
    void contextOfTheBatch() {
        if (message.get(Envelope.BATCH) instanceof ObjectNode batch && peek("context") == null) {
            var shared = batch.remove("context");
            if (shared != null) {
                message.set("context", shared);
            }
            if (batch.isEmpty()) {
                message.remove(Envelope.BATCH);
            }
        }
    }

    /** A time of the message, set right by the skew of its sender's clock; what was sent is kept where it was changed. */
    Translation time(String field, Skew skew) {
        var sent = take(field);
        var right = skew.correct(sent);
        if (sent != null && !skew.equals(Skew.NONE)) {
            message.putIfAbsent("originalTimestamp", sent);
            leave("sentAt", skew.sentAt());
        }
        return put("timestamp", right);
    }

    byte[] finish(String source) {
        if (!message.isEmpty()) {
            var taken = context.get(source);
            if (taken != null) {
                message.set("context." + source, taken);
            }
            context.set(source, message);
        }
        if (!properties.isEmpty()) {
            event.set("properties", properties);
        }
        if (!context.isEmpty()) {
            event.set("context", context);
        }
        return StrictJson.write(event);
    }

    private Translation into(ObjectNode target, String from, String to) {
        var value = peek(from);
        if (value != null && target.get(to) == null) {
            message.remove(from);
            target.set(to, value);
        } else if (value != null && value.equals(target.get(to))) {
            message.remove(from);
        }
        return this;
    }

    private Translation all(String from, ObjectNode target) {
        if (peek(from) instanceof ObjectNode members) {
            message.remove(from);
            for (Map.Entry<String, JsonNode> member : members.properties()) {
                target.set(member.getKey(), member.getValue());
            }
        }
        return this;
    }
}
