package com.nexusai.schema.filter;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where in an event a value is: a field of the envelope, or a place in {@code properties} or {@code context}.
 *
 * @param segments the names from the root down; empty for a field of the envelope
 */
public record FieldPath(Root root, List<String> segments) {
    public static final FieldPath TYPE = new FieldPath(Root.TYPE, List.of());
    public static final FieldPath ACTOR = new FieldPath(Root.ACTOR, List.of());

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_$-]+");

    /** The word with which a path begins. */
    public enum Root {
        TYPE("type"),
        USER_ID("userId"),
        ANONYMOUS_ID("anonymousId"),
        SESSION_ID("sessionId"),
        ACTOR("actor"),
        EVENT_ID("eventId"),
        PROPERTIES("properties"),
        CONTEXT("context");

        private final String word;

        Root(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean isJson() {
            return this == PROPERTIES || this == CONTEXT;
        }
    }

    public FieldPath {
        segments = List.copyOf(segments);
        if (segments.isEmpty() == root.isJson()) {
            throw new IllegalArgumentException(root.word() + " with " + segments.size() + " segments");
        }
    }

    public boolean inJson() {
        return root.isJson();
    }

    /** As the parser reads it. */
    public String text() {
        var text = new StringBuilder(root.word());
        for (var segment : segments) {
            text.append('.').append(BARE.matcher(segment).matches() ? segment : quoted(segment));
        }
        return text.toString();
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public String toString() {
        return text();
    }
}
