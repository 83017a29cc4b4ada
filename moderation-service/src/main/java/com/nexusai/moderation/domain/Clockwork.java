package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.CaseWait;
import com.nexusai.schema.moderation.HeldRuling;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a case by the passing of time: a held decision takes effect, a claim runs out, it becomes overdue, it is
 * given up.
 */
public final class Clockwork {
    private Clockwork() {}

    /**
     * @param act what happened, as the history calls it
     * @param ruling the decision that took effect, if one did
     */
    public record Tick(Move.Done done, String act, @Nullable HeldRuling ruling) {
        static Tick quietly(ModerationCase standing, String act) {
            return new Tick(Move.Done.quietly(standing), act, null);
        }

        public ModerationCase standing() {
            return done.standing();
        }
    }

    /** The next thing that is due; null when nothing is. */
    public static @Nullable Tick tick(ModerationCase known, ModerationPolicy policy, Instant now) {
        var held = known.handling().held();
        if (held != null && !now.isBefore(held.effectiveAt())) {
            return new Tick(
                    Holds.effective(known, held, policy, now), held.step().label(), held);
        }
        var claim = known.handling().claim();
        if (claim != null && held == null && !now.isBefore(claim.until())) {
            var handling = known.handling().withClaim(null);
            return Tick.quietly(known.changed(claim.from(), known.decision(), handling, now), "claim-lapsed");
        }
        var wait = known.handling().waiting();
        if (wait == null || known.handling().golden() != null) {
            return null;
        }
        if (isOver(known, wait, now)) {
            var handling = known.handling().closed().withWait(null);
            return Tick.quietly(known.changed(CaseState.EXPIRED, known.decision(), handling, now), "expire");
        }
        if (!wait.overdue() && !now.isBefore(wait.dueAt())) {
            var handling = known.handling().withWait(Waits.overdue(wait));
            return Tick.quietly(known.changed(known.state(), known.decision(), handling, now), "overdue");
        }
        return null;
    }

    /** When it should be looked at again, for each thing that may happen. */
    public static List<Instant> deadlines(@Nullable ModerationCase known) {
        var deadlines = new ArrayList<Instant>();
        if (known == null) {
            return deadlines;
        }
        var asking = known.asking();
        if (asking != null) {
            deadlines.add(SecondOpinion.lastCall(asking));
        }
        var handling = known.handling();
        if (handling.held() != null) {
            deadlines.add(handling.held().effectiveAt());
        }
        if (handling.claim() != null) {
            deadlines.add(handling.claim().until());
        }
        var wait = handling.golden() == null ? handling.waiting() : null;
        if (wait != null && !wait.overdue()) {
            deadlines.add(wait.dueAt());
        }
        if (wait != null && wait.expiresAt() != null && known.state() == CaseState.PENDING) {
            deadlines.add(wait.expiresAt());
        }
        return deadlines;
    }

    private static boolean isOver(ModerationCase known, CaseWait wait, Instant now) {
        return known.state() == CaseState.PENDING && wait.expiresAt() != null && !now.isBefore(wait.expiresAt());
    }
}
