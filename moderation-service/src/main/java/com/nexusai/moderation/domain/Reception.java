package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Appeal;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import com.nexusai.schema.moderation.ModerationCommand.Measure;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends what a person wants to the desk that knows what to do. */
public final class Reception {
    private Reception() {}

    public static Move act(@Nullable ModerationCase known, ByPerson command, Casework casework, Instant now) {
        var policy = casework.rules(command.tenantId());
        return switch (command) {
            case Measure measure -> casework.measure(known, measure, now);
            case Review review when known != null -> ReviewDesk.act(known, review, policy, now);
            case Report report when known != null && isReal(known) -> ReportDesk.act(known, report, policy, now);
            case Appeal appeal when known != null && isReal(known) -> AppealDesk.act(known, appeal, policy, now);
            default -> new Move.Refused(new Refusal.NoCase());
        };
    }

    /** Nobody but moderators gets to see what only measures moderators. */
    private static boolean isReal(ModerationCase known) {
        return known.handling().golden() == null;
    }
}
