package com.nexusai.ingest.protocol;

import com.nexusai.schema.event.MalformedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A request as an adapter sees it. The body is read when somebody asks for it, once. */
public final class WireRequest {
    /** Names under which a query may bring the API key, for browsers that cannot set headers. */
    public static final List<String> KEYS = List.of("writeKey", "api_key", "token", "key");

    private final String path;
    private final Map<String, String> query;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Supplier<byte[]> source;
    private final Instant receivedAt;
    private byte @Nullable [] body;
    private @Nullable Envelope envelope;

    public WireRequest(
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            Supplier<byte[]> body,
            Instant receivedAt) {
        this.path = path;
        this.query = Map.copyOf(query);
        this.headers.putAll(headers);
        this.source = body;
        this.receivedAt = receivedAt;
    }

    public String path() {
        return path;
    }

    public @Nullable String query(String name) {
        return query.get(name);
    }

    public Map<String, String> query() {
        return query;
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Whether the API key is where every protocol may have it; else the protocol knows a place. */
    public boolean carriesCredential() {
        return header("Authorization") != null || header("X-Api-Key") != null || queryKey() != null;
    }

    public @Nullable String queryKey() {
        return KEYS.stream()
                .map(query::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** The media type without its parameters, in lower case; empty where none was sent. */
    public String mediaType() {
        var type = headers.getOrDefault("Content-Type", "");
        return type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    }

    public byte[] body() {
        if (body == null) {
            body = source.get();
        }
        return body;
    }

    /** The body as JSON: a list of messages under this name and what stands around it, or one message alone. */
    Envelope envelope(String list) throws MalformedEvent {
        return envelope(list, UnaryOperator.identity());
    }

    /** @param unwrap what to do to the body first */
    Envelope envelope(String list, UnaryOperator<byte[]> unwrap) throws MalformedEvent {
        if (envelope == null) {
            envelope = Envelope.read(unwrap.apply(body()), list);
        }
        return envelope;
    }
}
