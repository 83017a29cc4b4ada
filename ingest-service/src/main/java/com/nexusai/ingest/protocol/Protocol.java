package com.nexusai.ingest.protocol;

import com.nexusai.schema.event.MalformedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of SDK sends, and what it wants to hear. To add one: this interface, a test, and a line in
 * {@link Protocols}.
 */
public interface Protocol {
    /** As it stands in the header {@code source} of its events, and in their context around what has no counterpart. */
    String source();

    List<Endpoint> endpoints();

    /** Asked where two protocols have a path in common; the first that says yes takes the request. */
    default boolean speaks(WireRequest request) throws MalformedEvent {
        return true;
    }

    /** The API key, where the SDK has a place for it besides headers and query. */
    default @Nullable String key(WireRequest request) throws MalformedEvent {
        return null;
    }

    /**
     * The request's events in our JSON, in order. What is no event of ours is passed on as far as it can be read, so
     * that it is refused for a reason and kept.
     *
     * @throws MalformedEvent if the body cannot be read; then none is taken
     */
    List<byte[]> read(WireRequest request) throws MalformedEvent;

    /** What the SDK wants to hear once Kafka has the events. */
    Answer answer(WireRequest request);
}
