package com.nexusai.moderation.domain;

import java.util.Locale;

/** The place of a line of history: behind the key of its case, in the order of revisions. */
public final class HistoryKey {
    private static final long LAST = 9_999_999_999_999_999L;

    private HistoryKey() {}

    /** No revision has more digits, so the key of another case cannot be taken for a line of this one. */
    public static String of(String caseKey, long revision) {
        return caseKey + String.format(Locale.ROOT, "\u0000%016d", revision);
    }

    public static String first(String caseKey) {
        return of(caseKey, 0);
    }

    public static String last(String caseKey) {
        return of(caseKey, LAST);
    }

    public static boolean isOf(String caseKey, String key) {
        return key.length() == first(caseKey).length() && key.startsWith(caseKey + "\u0000");
    }
}
