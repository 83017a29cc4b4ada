package com.nexusai.ingest.protocol;

import com.nexusai.schema.event.MalformedEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * RudderStack: Segment's calls on Segment's paths, under whatever content type; its browser SDK leaves the page by way
 * of {@code /beacon/v1/batch}. Its messages are known by {@code originalTimestamp} and {@code channel}.
 */
final class RudderStackProtocol implements Protocol {
    private static final String BEACON = "/beacon/v1/batch";

    @Override
    public String source() {
        return "rudderstack";
    }

    @Override
    public List<Endpoint> endpoints() {
        return Stream.concat(SegmentProtocol.endpoints("/v1/").stream(), Stream.of(Endpoint.post(BEACON)))
                .toList();
    }

    @Override
    public boolean speaks(WireRequest request) throws MalformedEvent {
        if (request.path().startsWith(BEACON)) {
            return true;
        }
        var envelope = request.envelope("batch");
        return !envelope.messages().isEmpty() && isOwn(envelope.first());
    }

    @Override
    public @Nullable String key(WireRequest request) throws MalformedEvent {
        return request.envelope("batch").text("writeKey");
    }

    @Override
    public List<byte[]> read(WireRequest request) throws MalformedEvent {
        return SegmentProtocol.read(source(), request);
    }

    @Override
    public Answer answer(WireRequest request) {
        return Answer.text("OK");
    }

    private static boolean isOwn(@Nullable ObjectNode message) {
        return message != null && message.has("originalTimestamp") && message.has("channel");
    }
}
