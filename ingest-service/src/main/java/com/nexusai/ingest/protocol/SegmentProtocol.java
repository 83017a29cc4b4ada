package com.nexusai.ingest.protocol;

import com.nexusai.schema.event.MalformedEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Segment: {@code /v1/track} and its kin for one message, {@code /v1/batch} and {@code /v1/import} for many. */
final class SegmentProtocol implements Protocol {
    private static final String SUCCESS = "{\"success\":true}";

    /** {@code timestamp} is what RudderStack's batch calls the time of its sending. */
    private static final Set<String> KNOWN = Set.of("writeKey", "sentAt", "timestamp");

    @Override
    public String source() {
        return "segment";
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints("/v1/");
    }

    @Override
    public @Nullable String key(WireRequest request) throws MalformedEvent {
        return request.envelope("batch").text("writeKey");
    }

    @Override
    public List<byte[]> read(WireRequest request) throws MalformedEvent {
        return read(source(), request);
    }

    @Override
    public Answer answer(WireRequest request) {
        return Answer.json(SUCCESS);
    }

    static List<Endpoint> endpoints(String prefix) {
        return Stream.of("track", "identify", "page", "screen", "group", "alias", "batch", "import")
                .map(call -> Endpoint.post(prefix + call))
                .toList();
    }

    static List<byte[]> read(String source, WireRequest request) throws MalformedEvent {
        var envelope = request.envelope("batch");
        var skew = Skew.between(envelope.head().get("sentAt"), request.receivedAt());
        var call = call(request.path());
        return envelope.translate(KNOWN, message -> SegmentMessage.translate(source, call, message, skew));
    }

    /** Null for a batch, whose messages say what they are. */
    private static @Nullable String call(String path) {
        var end = path.endsWith("/") ? path.length() - 1 : path.length();
        var call = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        return call.equals("batch") || call.equals("import") ? null : call;
    }
}
