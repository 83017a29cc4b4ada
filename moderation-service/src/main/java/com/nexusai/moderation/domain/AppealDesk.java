package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseAppeal;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Appeal;
import com.nexusai.schema.moderation.ModerationPolicy;
import java.time.Duration;
import java.time.Instant;

/** The author asks for another look: once, and in time. */
public final class AppealDesk {
    private AppealDesk() {}

    public static Move act(ModerationCase known, Appeal appeal, ModerationPolicy policy, Instant now) {
        if (!appeal.by().equals(known.authorId())) {
            return new Move.Refused(new Refusal.NotTheAuthor());
        }
        if (!(Standing.of(known) instanceof Standing.Rejected)) {
            return new Move.Refused(new Refusal.WrongState(known.state()));
        }
        var rejection = known.decision();
        var end = rejection.decidedAt().plus(Duration.ofDays(policy.appealDays()));
        if (!now.isBefore(end)) {
            return new Move.Refused(new Refusal.TooLate(end));
        }
        var handling = known.handling()
                .withAppeal(
                        new CaseAppeal(appeal.by(), appeal.text(), now, rejection.decisionId(), rejection.decidedBy()));
        var waiting = handling.withWait(Waits.begin(CaseState.APPEALED, known, handling, policy, now));
        return Move.Done.quietly(known.changed(CaseState.APPEALED, rejection, waiting, now));
    }
}
