package com.nexusai.moderation.domain;

import java.time.Instant;
import java.util.Locale;

/** Sorts by time: {@code 0001767225600000/tenant/contentId}. */
public final class DeadlineKey {
    private DeadlineKey() {}

    public static String of(Instant at, String caseKey) {
        return before(at) + "/" + caseKey;
    }

    /** Below every key of this time, and above those of all times before. */
    public static String before(Instant at) {
        return String.format(Locale.ROOT, "%016d", Math.max(0, at.toEpochMilli()));
    }
}
