package com.nexusai.ingest.enrich;

import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.serde.Json;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What is read from a context, in one streaming pass: a few texts, and which of our fields the producer has filled itself. */
public final class ContextClues {
    private static final Set<String> OURS = Set.of("device", "os", "browser", "referrer", "campaign", "geo");

    private @Nullable String userAgent;
    private @Nullable String ip;
    private @Nullable String url;
    private @Nullable String referrer;
    private final Set<String> taken = new HashSet<>();

    private ContextClues() {}

    public static ContextClues read(RawJson context) {
        var clues = new ContextClues();
        try (JsonParser parser = Json.MAPPER.createParser(context.utf8())) {
            parser.nextToken();
            String field;
            while ((field = parser.nextName()) != null) {
                clues.take(field, parser.nextToken(), parser);
            }
        }
        return clues;
    }

    private void take(String field, JsonToken value, JsonParser parser) {
        switch (field) {
            case "userAgent" -> userAgent = text(value, parser);
            case "ip" -> ip = text(value, parser);
            case "url" -> url = url == null ? text(value, parser) : url;
            case "page" -> {
                if (value == JsonToken.START_OBJECT) {
                    takePage(parser);
                } else {
                    url = text(value, parser);
                }
            }
            default -> {
                if (OURS.contains(field) && value != JsonToken.VALUE_NULL) {
                    taken.add(field);
                }
                parser.skipChildren();
            }
        }
    }

    private void takePage(JsonParser parser) {
        String field;
        while ((field = parser.nextName()) != null) {
            var value = parser.nextToken();
            switch (field) {
                case "url" -> url = text(value, parser);
                case "referrer" -> referrer = text(value, parser);
                default -> parser.skipChildren();
            }
        }
    }

    private static @Nullable String text(JsonToken value, JsonParser parser) {
        if (value == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return null;
    }

    public @Nullable String userAgent() {
        return userAgent;
    }

    public @Nullable String ip() {
        return ip;
    }

    /** Of the page on which it happened. */
    public @Nullable String url() {
        return url;
    }

    /** Of the page before. */
    public @Nullable String referrer() {
        return referrer;
    }

    boolean has(String field) {
        return taken.contains(field);
    }
}
