package com.nexusai.schema.event;

import com.nexusai.schema.rejection.RejectionCode;
import com.nexusai.schema.serde.Json;
import org.jspecify.annotations.Nullable;

/** Bytes that are no event: not JSON, not an object, or a field of the wrong type. An expected failure. */
public final class MalformedEvent extends Exception {
    private final @Nullable String field;
    private final String problem;
    private final RejectionCode code;

    public MalformedEvent(@Nullable String field, String problem) {
        this(RejectionCode.MALFORMED, field, problem);
    }

    private MalformedEvent(RejectionCode code, @Nullable String field, String problem) {
        // expected and frequent under attack: no stack trace
        super(field == null ? problem : "field '" + field + "' " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
        this.code = code;
    }

    static MalformedEvent tooDeep() {
        return new MalformedEvent(RejectionCode.TOO_DEEP, null, "is nested deeper than " + Json.MAX_DEPTH + " levels");
    }

    public RejectionCode code() {
        return code;
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
