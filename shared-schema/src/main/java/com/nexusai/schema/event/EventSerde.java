package com.nexusai.schema.event;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A validated event: read by the streaming reader, not by databind. */
public final class EventSerde implements Serde<Event> {
    @Override
    public Serializer<Event> serializer() {
        return (topic, event) -> event == null ? null : EventWriter.write(event);
    }

    @Override
    public Deserializer<Event> deserializer() {
        return EventSerde::read;
    }

    private static @Nullable Event read(String topic, byte @Nullable [] json) {
        try {
            return json == null ? null : EventReader.read(json).toEvent();
        } catch (MalformedEvent problem) {
            throw new SerializationException("not a validated event on " + topic + ": " + problem.getMessage());
        }
    }
}
