package com.nexusai.moderation.processor;

import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.moderation.CaseAct;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Appeal;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** What is written down of an act: a line of the case's history, and an entry of the audit log. */
final class Records {
    private Records() {}

    static CaseAct line(
            @Nullable ModerationCase before, ModerationCase after, ByPerson command, @Nullable Decision decision) {
        return new CaseAct(
                after.revision(),
                after.updatedAt(),
                OutcomeBook.name(command),
                command.by(),
                before == null ? null : before.state(),
                after.state(),
                note(command),
                decision == null ? null : decision.decisionId(),
                command.commandId());
    }

    /** Of what no person did. */
    static CaseAct line(
            @Nullable ModerationCase before, ModerationCase after, String act, @Nullable Decision decision) {
        return new CaseAct(
                after.revision(),
                after.updatedAt(),
                act,
                null,
                before == null ? null : before.state(),
                after.state(),
                decision == null ? null : "confidence " + decision.confidence() + " by " + decision.policy(),
                decision == null ? null : decision.decisionId(),
                null);
    }

    static AuditEntry audit(ModerationCase before, ModerationCase after, ByPerson command, Instant now) {
        var details = new HashMap<String, String>();
        details.put("commandId", command.commandId());
        details.put("from", before.state().name());
        details.put("to", after.state().name());
        var note = note(command);
        if (note != null) {
            details.put("note", note);
        }
        if (command instanceof Review review && review.to() != null) {
            details.put("moderator", review.to());
        }
        return new AuditEntry(
                command.tenantId(),
                now,
                command.by(),
                "case-" + OutcomeBook.name(command),
                "case/" + command.contentId(),
                details);
    }

    private static @Nullable String note(ByPerson command) {
        return switch (command) {
            case Review review -> review.note();
            case Report report -> report.note();
            case Appeal appeal -> appeal.text();
        };
    }
}
