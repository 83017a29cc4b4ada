package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseClaim;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.HeldRuling;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModeratorRole;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that may be taken back is held: the case stays in review, and nothing follows, until the time is over. So
 * there is nothing that others would have to undo.
 */
final class Holds {
    private Holds() {}

    static boolean wanted(Review step) {
        return step.undoSeconds() != null && step.undoSeconds() > 0;
    }

    static Move held(ModerationCase known, Review step, ModerationPolicy policy, Instant now) {
        var effectiveAt = now.plusSeconds(step.undoSeconds() == null ? 0 : step.undoSeconds());
        var ruling = new HeldRuling(
                step.commandId(),
                step.by(),
                step.step(),
                step.category(),
                step.action(),
                step.until(),
                step.note(),
                now,
                effectiveAt);
        var from = Standing.unclaimed(known).state();
        var claim = new CaseClaim(step.by(), since(known, now), until(policy, now, effectiveAt), from);
        var handling = known.handling().withClaim(claim).withHeld(ruling);
        return Move.Done.quietly(known.changed(CaseState.IN_REVIEW, known.decision(), handling, now));
    }

    /** Whoever takes it back still has the case. */
    static Move undone(ModerationCase known, ModerationPolicy policy, Instant now) {
        var claim = known.handling().claim();
        var again = claim == null
                ? null
                : new CaseClaim(claim.by(), claim.since(), until(policy, now, claim.until()), claim.from());
        var handling = known.handling().withHeld(null).withClaim(again);
        return Move.Done.quietly(known.changed(known.state(), known.decision(), handling, now));
    }

    static @Nullable Refusal undoRefusal(ModerationCase known, Review step) {
        var held = known.handling().held();
        if (held == null) {
            return new Refusal.WrongState(known.state());
        }
        return held.by().equals(step.by()) ? null : new Refusal.Claimed(held.by(), held.effectiveAt());
    }

    /** What follows once nobody can take it back any more. */
    static Move.Done effective(ModerationCase known, HeldRuling held, ModerationPolicy policy, Instant now) {
        var step = new Review(
                known.tenantId(),
                known.contentId(),
                held.commandId(),
                held.by(),
                // it was allowed when it was asked for
                ModeratorRole.MODERATOR,
                held.step(),
                null,
                held.category(),
                held.action(),
                held.until(),
                held.note(),
                null,
                held.at());
        return Rulings.of(known, step, policy, now);
    }

    private static Instant since(ModerationCase known, Instant now) {
        var claim = known.handling().claim();
        return claim == null ? now : claim.since();
    }

    /** A claim never runs out before the decision takes effect. */
    private static Instant until(ModerationPolicy policy, Instant now, Instant least) {
        var usual = now.plus(Duration.ofMinutes(policy.claimMinutes()));
        return usual.isAfter(least) ? usual : least;
    }
}
