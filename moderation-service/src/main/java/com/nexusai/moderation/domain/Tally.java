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

    /** Cases that wait longer than they should. */
    public static final String OVERDUE = "overdue";

    public static final String AGREED = "agreed";
    public static final String DIFFERED = "differed";

    private static final String WAITING = "waiting/";
    private static final String BY_MODERATOR = "moderator/";
    private static final String BY_CATEGORY = "category/";
    private static final String APPEALS = "appeals/";
    private static final String AGREEMENT = "agreement/";
    /** Before the name of a mark and that of the moderator. */
    public static final String QUALITY = "quality/";

    private static final String SHADOW = "shadow/";

    private Tally() {}

    /** How many decisions went so, and would have gone so by the rules that are tried out. */
    public static String shadow(String policy, Outcome decided, Outcome tried) {
        return shadow(policy) + decided + "→" + tried;
    }

    /** How the names of all those of one version begin. */
    public static String shadow(String policy) {
        return SHADOW + policy + "/";
    }

    /** How many wait in a queue now, those that somebody reviews included. */
    public static String waiting(String queue) {
        return WAITING + queue;
    }

    /** How many decisions a moderator has made. */
    public static String moderator(String moderator) {
        return BY_MODERATOR + moderator;
    }

    /** How many rejections were mostly for this. */
    public static String category(String category) {
        return BY_CATEGORY + category;
    }

    /** How many appeals ended so. */
    public static String appeals(CaseState state) {
        return APPEALS + state;
    }

    /** How many decisions of people went the way that the scorer leaned, and how many did not. */
    public static String agreement(String how) {
        return AGREEMENT + how;
    }

    /** How often a moderator has got such a mark. */
    public static String quality(String what, String moderator) {
        return QUALITY + what + "/" + moderator;
    }

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
