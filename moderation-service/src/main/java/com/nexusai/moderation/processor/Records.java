package com.nexusai.moderation.processor;

import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.moderation.CaseAct;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;
import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** What is written down of an act: a line of the case's history, and an entry of the audit log. */
final class Records {
    private Records() {}

    static CaseAct line(
            @Nullable ModerationCase before, ModerationCase after, PersonsAct act, @Nullable Decision decision) {
        return new CaseAct(
                after.revision(),
                after.updatedAt(),
                act.name(),
                act.by(),
                before == null ? null : before.state(),
                after.state(),
                act.note(),
                decision == null ? null : decision.decisionId(),
                act.commandId());
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

    static AuditEntry audit(@Nullable ModerationCase before, ModerationCase after, PersonsAct act, Instant now) {
        var details = new HashMap<String, String>();
        details.put("commandId", act.commandId());
        if (before != null) {
            details.put("from", before.state().name());
        }
        details.put("to", after.state().name());
        if (act.note() != null) {
            details.put("note", act.note());
        }
        if (act.to() != null) {
            details.put("moderator", act.to());
        }
        return new AuditEntry(
                after.tenantId(), now, act.by(), "case-" + act.name(), "case/" + after.contentId(), details);
    }
}
