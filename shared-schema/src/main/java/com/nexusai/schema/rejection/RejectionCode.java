package com.nexusai.schema.rejection;

/** Stable codes; a producer may act on them. Each is explained in docs/rejections.md. */
public enum RejectionCode {
    /** not JSON, not an object, or a field of the wrong type */
    MALFORMED("malformed"),
    /** nested deeper than is accepted */
    TOO_DEEP("too_deep"),
    /** a field that every event has is missing or empty */
    MISSING_FIELD("missing_field"),
    /** an identifier or type is too long or has characters that it must not have */
    INVALID_FIELD("invalid_field"),
    /** the event's time is further back than is accepted */
    TOO_OLD("too_old"),
    /** the event's time lies in the future */
    IN_THE_FUTURE("in_the_future"),
    /** the event is larger than is accepted */
    TOO_LARGE("too_large"),
    /** the event is not as the tenant's tracking plan says */
    PLAN_VIOLATION("plan_violation");

    private final String code;

    RejectionCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
