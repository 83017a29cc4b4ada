package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Handling;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ReviewStep;
import com.nexusai.schema.moderation.SecondLook;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Some decisions of people are put before somebody else, who does not know them. The decision stands meanwhile; if the
 * other would not have let the content pass, a lead has the last word.
 */
public final class SecondLooks {
    private SecondLooks() {}

    /** Which decisions are drawn follows from their ids alone, so that a replay draws the same. */
    static Handling drawn(Handling handling, Decision decision, ModerationPolicy policy) {
        var by = decision.decidedBy();
        boolean hit = Draw.hits(policy.care().secondLookPercent(), "second-look", decision.decisionId());
        return hit && by != null
                ? handling.withSecond(new SecondLook(decision.decisionId(), by, decision.decision(), null, null, null))
                : handling;
    }

    /** Whether somebody is still asked to look. */
    public static boolean awaited(ModerationCase one) {
        var second = one.handling().second();
        return second != null
                && second.awaited()
                && (one.state() == CaseState.APPROVED || one.state() == CaseState.REJECTED);
    }

    static @Nullable Refusal refusal(ModerationCase known, Review step) {
        var second = known.handling().second();
        if (second == null || !awaited(known)) {
            return new Refusal.WrongState(known.state());
        }
        return second.decidedBy().equals(step.by()) ? new Refusal.SameModerator() : null;
    }

    static Move answered(ModerationCase known, Review step, ModerationPolicy policy, Instant now) {
        var second = Objects.requireNonNull(known.handling().second());
        var verdict = step.step() == ReviewStep.SECOND_APPROVE ? Outcome.APPROVED : Outcome.REJECTED;
        boolean agreed = verdict == second.outcome();
        var marks = List.of(new Mark(agreed ? Mark.SECOND_AGREED : Mark.SECOND_DIFFERED, second.decidedBy()));
        var looked = known.handling().withSecond(second.answered(step.by(), verdict, now));
        if (agreed || second.outcome() == Outcome.REJECTED) {
            return new Move.Done(known.changed(known.state(), known.decision(), looked, now), null, List.of(), marks);
        }
        var marked = known.changed(known.state(), known.decision(), looked, now);
        var doubted = Escalation.by(marked, step.commandId(), step.by(), step.note(), policy, now);
        var standing = doubted.standing();
        // one command, one revision
        var once = known.changed(standing.state(), standing.decision(), standing.handling(), now);
        return new Move.Done(once, doubted.decision(), List.of(), marks);
    }
}
