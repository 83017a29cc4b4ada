package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseAct;
import com.nexusai.schema.moderation.ModerationCase;

/** What can be told of a case whose history was never written, because nothing has happened to it yet. */
public final class Histories {
    private Histories() {}

    /** How it began. Most cases have no other line, so this one is written only when a second one is. */
    public static CaseAct opening(ModerationCase untouched) {
        var decision = untouched.decision();
        return new CaseAct(
                1,
                untouched.openedAt(),
                "submit",
                null,
                null,
                untouched.state(),
                "confidence " + decision.confidence() + " by " + decision.policy(),
                decision.decisionId(),
                null);
    }
}
