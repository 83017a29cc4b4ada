package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another moderator is asked what they would have decided. The decision stands meanwhile.
 *
 * @param outcome of the first decision
 * @param by who looked at it again; null while nobody has
 * @param verdict what they would have decided
 */
public record SecondLook(
        String decisionId,
        String decidedBy,
        Outcome outcome,
        @Nullable String by,
        @Nullable Outcome verdict,
        @Nullable Instant at) {

    public boolean awaited() {
        return verdict == null;
    }

    public SecondLook answered(String who, Outcome what, Instant when) {
        return new SecondLook(decisionId, decidedBy, outcome, who, what, when);
    }
}
