package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseClaim;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Handling;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.ReviewStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What moderators may do with a case, and what it is afterwards. A claim that has run out must be taken off before. */
public final class ReviewDesk {
    private ReviewDesk() {}

    public static Move act(ModerationCase known, Review step, ModerationPolicy policy, Instant now) {
        if (step.seen() != null && !step.seen().equals(known.decision().decisionId())) {
            return new Move.Refused(new Refusal.Changed());
        }
        if (known.handling().held() != null && step.step() != ReviewStep.UNDO) {
            return new Move.Refused(new Refusal.Held(known.handling().held().by()));
        }
        var refusal = refusal(Standing.of(known), known, step);
        if (refusal != null) {
            return new Move.Refused(refusal);
        }
        return switch (step.step()) {
            case CLAIM -> claimed(known, step.by(), policy, now);
            case REASSIGN -> claimed(known, Objects.requireNonNull(step.to()), policy, now);
            case SKIP -> skipped(known, step.by(), now);
            case ESCALATE -> escalated(known, step, policy, now);
            case APPROVE, REJECT, UPHOLD, OVERTURN ->
                Holds.wanted(step) ? Holds.held(known, step, policy, now) : Rulings.of(known, step, policy, now);
            case UNDO -> Holds.undone(known, policy, now);
            case SECOND_APPROVE, SECOND_REJECT -> SecondLooks.answered(known, step, policy, now);
        };
    }

    private static @Nullable Refusal refusal(Standing standing, ModerationCase known, Review step) {
        return switch (step.step()) {
            case CLAIM -> claimRefusal(standing, known, step);
            case REASSIGN -> reassignRefusal(standing, known, step);
            case SKIP -> standing instanceof Standing.Waiting ? null : unlessOwn(standing, step, null);
            case ESCALATE -> escalateRefusal(standing, step);
            case APPROVE, REJECT -> decideRefusal(standing, step);
            case UPHOLD, OVERTURN -> appealRefusal(standing, known, step);
            case UNDO -> Holds.undoRefusal(known, step);
            case SECOND_APPROVE, SECOND_REJECT -> SecondLooks.refusal(known, step);
        };
    }

    private static @Nullable Refusal claimRefusal(Standing standing, ModerationCase known, Review step) {
        return switch (standing) {
            case Standing.Escalated _ -> leadOnly(step);
            case Standing.Appealed _ -> notSame(known, step.by());
            case Standing.Pending _ -> null;
            case Standing.InReview review -> unlessOwn(review, step, null);
            default -> new Refusal.WrongState(standing.state());
        };
    }

    private static @Nullable Refusal reassignRefusal(Standing standing, ModerationCase known, Review step) {
        if (!(standing instanceof Standing.Waiting || standing instanceof Standing.InReview)) {
            return new Refusal.WrongState(standing.state());
        }
        if (Standing.unclaimed(known) instanceof Standing.Appealed && notSame(known, step.to()) != null) {
            return new Refusal.SameModerator();
        }
        return leadOnly(step);
    }

    private static @Nullable Refusal escalateRefusal(Standing standing, Review step) {
        return switch (standing) {
            case Standing.Pending _, Standing.Open _ -> null;
            case Standing.InReview review
            when review.from() instanceof Standing.Pending -> unlessOwn(standing, step, null);
            default -> new Refusal.WrongState(standing.state());
        };
    }

    /** Whoever was let in to claim an escalated case, or was given it by a lead, may also decide it. */
    private static @Nullable Refusal decideRefusal(Standing standing, Review step) {
        return switch (standing) {
            case Standing.Pending _ -> null;
            case Standing.Escalated _ -> leadOnly(step);
            case Standing.InReview review
            when review.from() instanceof Standing.Appealed -> new Refusal.WrongState(CaseState.APPEALED);
            case Standing.InReview review -> unlessOwn(review, step, null);
            default -> new Refusal.WrongState(standing.state());
        };
    }

    private static @Nullable Refusal appealRefusal(Standing standing, ModerationCase known, Review step) {
        return switch (standing) {
            case Standing.Appealed _ -> notSame(known, step.by());
            case Standing.InReview review
            when review.from() instanceof Standing.Appealed -> unlessOwn(standing, step, notSame(known, step.by()));
            default -> new Refusal.WrongState(standing.state());
        };
    }

    private static @Nullable Refusal unlessOwn(Standing standing, Review step, @Nullable Refusal own) {
        if (!(standing instanceof Standing.InReview review)) {
            return new Refusal.WrongState(standing.state());
        }
        return review.by().equals(step.by()) ? own : new Refusal.Claimed(review.by(), review.until());
    }

    private static @Nullable Refusal leadOnly(Review step) {
        return step.role() == ModeratorRole.MODERATOR ? new Refusal.LeadOnly() : null;
    }

    private static @Nullable Refusal notSame(ModerationCase known, @Nullable String by) {
        var appeal = known.handling().appeal();
        return appeal != null
                        && appeal.decidedBy() != null
                        && appeal.decidedBy().equals(by)
                ? new Refusal.SameModerator()
                : null;
    }

    private static Move claimed(ModerationCase known, String by, ModerationPolicy policy, Instant now) {
        var from = Standing.unclaimed(known).state();
        var claim = new CaseClaim(by, now, now.plus(Duration.ofMinutes(policy.claimMinutes())), from);
        var handling = known.handling().withClaim(claim);
        var seen = handling.golden() == null ? handling : handling.withWait(GoldenDesk.waiting(policy, now));
        return quietly(known, CaseState.IN_REVIEW, seen, now);
    }

    private static Move skipped(ModerationCase known, String by, Instant now) {
        return quietly(
                known, Standing.unclaimed(known).state(), known.handling().skipped(by), now);
    }

    private static Move escalated(ModerationCase known, Review step, ModerationPolicy policy, Instant now) {
        if (known.handling().golden() != null) {
            // no lead need be troubled with it, and nothing is to be learnt from it
            return skipped(known, step.by(), now);
        }
        return Escalation.by(known, step.commandId(), step.by(), step.note(), policy, now);
    }

    private static Move quietly(ModerationCase known, CaseState state, Handling handling, Instant now) {
        return Move.Done.quietly(known.changed(state, known.decision(), handling, now));
    }
}
