package com.nexusai.schema.event;

import org.jspecify.annotations.Nullable;

/** Bytes that are no event: not JSON, not an object, or a field of the wrong type. An expected failure. */
public final class MalformedEvent extends Exception {
    private final @Nullable String field;
    private final String problem;

    public MalformedEvent(@Nullable String field, String problem) {
        // expected and frequent under attack: no stack trace
        super(field == null ? problem : "field '" + field + "' " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    /** The field at fault; null where the bytes as a whole are. */
    public @Nullable String field() {
        return field;
    }

    /** What is wrong with it, without the field's name. */
    public String problem() {
        return problem;
    }
}
