package com.nexusai.kit.trace;

import org.jspecify.annotations.Nullable;

/** The caller's own id for a piece of work: taken as it is when harmless, since it ends in logs and headers. */
public final class CorrelationId {
    public static final String HTTP_HEADER = "X-Correlation-Id";
    public static final String KAFKA_HEADER = "correlation-id";

    private static final int MAX_LENGTH = 128;

    private CorrelationId() {}

    /** The id when it is short and printable ASCII without quotes or spaces, else null. */
    public static @Nullable String accept(@Nullable String given) {
        if (given == null || given.isEmpty() || given.length() > MAX_LENGTH) {
            return null;
        }
        return given.chars().allMatch(CorrelationId::harmless) ? given : null;
    }

    private static boolean harmless(int c) {
        return c > ' ' && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>';
    }
}
