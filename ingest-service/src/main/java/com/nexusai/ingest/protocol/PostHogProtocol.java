package com.nexusai.ingest.protocol;

import com.nexusai.schema.event.MalformedEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PostHog: an array under {@code batch}, an array, or one message; from servers and from browsers. */
final class PostHogProtocol implements Protocol {
    @Override
    public String source() {
        return "posthog";
    }

    @Override
    public List<Endpoint> endpoints() {
        return Stream.of("/batch", "/capture", "/i/v0/e", "/e", "/track")
                .map(Endpoint::post)
                .toList();
    }

    @Override
    public @Nullable String key(WireRequest request) throws MalformedEvent {
        var envelope = envelope(request);
        var key = envelope.text("api_key");
        if (key == null) {
            key = envelope.text("token");
        }
        return key != null || envelope.messages().isEmpty() ? key : PostHogMessage.token(envelope.first());
    }

    @Override
    public List<byte[]> read(WireRequest request) throws MalformedEvent {
        var envelope = envelope(request);
        var skew = Skew.between(envelope.head().get("sent_at"), request.receivedAt());
        return envelope.translate(
                Set.of("api_key", "token", "sent_at"),
                message -> PostHogMessage.translate(source(), message, skew, request.receivedAt()));
    }

    @Override
    public Answer answer(WireRequest request) {
        return Answer.json("{\"status\":1}");
    }

    private static Envelope envelope(WireRequest request) throws MalformedEvent {
        return request.envelope("batch", PostHogForm::unwrap);
    }
}
