package com.nexusai.ingest.protocol;

import com.nexusai.ingest.gate.Batch;
import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.event.StrictJson;
import com.nexusai.schema.serde.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body of messages: the bytes of each, and the fields that they have in common. Messages become trees one at a time,
 * so that a large batch is never one large tree.
 *
 * @param head what stands around the list; for a message alone, the message itself
 * @param around whether there is a list, and the head something else than the message
 */
record Envelope(ObjectNode head, List<byte[]> messages, boolean around) {
    /** Where a message finds what its batch has besides messages. */
    static final String BATCH = "batch";

    static Envelope read(byte[] body, String list) throws MalformedEvent {
        try (var parser = Json.MAPPER.createParser(body)) {
            var head = Json.MAPPER.createObjectNode();
            List<byte[]> messages = null;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Envelope(head, Batch.cut(body, list).events(), false);
            }
            String field;
            while ((field = parser.nextName()) != null) {
                if (parser.nextToken() == JsonToken.START_ARRAY && field.equals(list)) {
                    if (messages != null) {
                        throw new MalformedEvent(field, "is given twice");
                    }
                    messages = Batch.elements(parser, body);
                } else if (head.replace(field, parser.<JsonNode>readValueAsTree()) != null) {
                    throw new MalformedEvent(field, "is given twice");
                }
            }
            if (parser.nextToken() != null) {
                throw new MalformedEvent(null, "goes on after the end of its JSON");
            }
            return messages == null ? new Envelope(head, List.of(body), false) : new Envelope(head, messages, true);
        } catch (JacksonException notJson) {
            throw new MalformedEvent(null, "is not valid JSON: " + Json.explain(notJson));
        }
    }

    @Nullable
    String text(String field) {
        var value = head.get(field);
        return value != null && value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }

    /** The first message, where it is an object. */
    @Nullable
    ObjectNode first() throws MalformedEvent {
        return StrictJson.read(messages.getFirst()) instanceof ObjectNode message ? message : null;
    }

    /**
     * Each message turned into an event. What is no object goes on as it is, to be refused and kept.
     *
     * @param known fields of the head that say nothing of the events; the others go with each message
     */
    List<byte[]> translate(Set<String> known, Translator translator) throws MalformedEvent {
        var common = head.deepCopy();
        common.remove(known);
        var events = new ArrayList<byte[]>(messages.size());
        for (var bytes : messages) {
            if (StrictJson.read(bytes) instanceof ObjectNode message) {
                if (around && !common.isEmpty()) {
                    message.putIfAbsent(BATCH, common.deepCopy());
                }
                events.add(translator.event(message));
            } else {
                events.add(bytes);
            }
        }
        return events;
    }

    @FunctionalInterface
    interface Translator {
        byte[] event(ObjectNode message);
    }
}
