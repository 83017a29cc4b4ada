package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Outcome;
import java.util.Map;

/** The numbers that are kept per tenant, by the names under which they are counted. */
public final class Tally {
    /** Everything that came in, the same content again included. */
    public static final String SUBMISSIONS = "submissions";

    private static final String CASES = "cases/";
    private static final String DECISIONS = "decisions/";

    private Tally() {}

    /** How many cases stand so now. */
    public static String cases(CaseState state) {
        return CASES + state;
    }

    /** How many decisions ever ended so. */
    public static String decisions(Outcome outcome) {
        return DECISIONS + outcome;
    }

    public static String key(String tenantId, String name) {
        return tenantId + "/" + name;
    }

    public static long of(Map<String, Long> counts, String name) {
        return counts.getOrDefault(name, 0L);
    }
}
