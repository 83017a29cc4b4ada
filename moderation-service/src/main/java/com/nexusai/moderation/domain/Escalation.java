package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case is put before a lead. What could be seen until then is in doubt again, and a decision says so. */
final class Escalation {
    private Escalation() {}

    /** @param by null where the reports did it */
    static Move.Done by(
            ModerationCase known,
            String commandId,
            @Nullable String by,
            @Nullable String note,
            ModerationPolicy policy,
            Instant now) {
        var decision = Standing.of(known) instanceof Standing.Open ? doubt(known, commandId, by, note, now) : null;
        var handling = known.handling().withClaim(null);
        var waiting = handling.withWait(Waits.begin(CaseState.ESCALATED, known, handling, policy, now));
        var standing = known.changed(CaseState.ESCALATED, decision == null ? known.decision() : decision, waiting, now);
        return new Move.Done(standing, decision, List.of());
    }

    private static Decision doubt(
            ModerationCase known, String commandId, @Nullable String by, @Nullable String note, Instant now) {
        return Rulings.decision(known, commandId, Outcome.REVIEW, by, note, null, null, now);
    }
}
