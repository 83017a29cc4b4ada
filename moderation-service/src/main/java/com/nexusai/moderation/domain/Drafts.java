package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Handling;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.Outcome;
import java.time.Instant;

/** How the records of a case follow from a submission, and from one another. */
final class Drafts {
    private Drafts() {}

    static long reach(Submit command, long known) {
        return command.reach() == null ? known : Math.max(known, command.reach());
    }

    static ModerationCase standing(
            Submission submission,
            Decision decision,
            Handling handling,
            Instant openedAt,
            long submissions,
            long revision) {
        var command = submission.command();
        return new ModerationCase(
                decision.caseId(),
                command.tenantId(),
                command.contentId(),
                stateAfter(decision.decision()),
                command.kind(),
                command.text(),
                command.authorId(),
                decision,
                submissions,
                openedAt,
                command.at(),
                revision,
                handling,
                command.media(),
                null);
    }

    static ModerationCase with(ModerationCase one, CaseState state, Handling handling) {
        return new ModerationCase(
                one.caseId(),
                one.tenantId(),
                one.contentId(),
                state,
                one.kind(),
                one.text(),
                one.authorId(),
                one.decision(),
                one.submissions(),
                one.openedAt(),
                one.updatedAt(),
                one.revision(),
                handling,
                one.media(),
                one.asking());
    }

    static ModerationCase joined(ModerationCase known, Submit again) {
        return new ModerationCase(
                known.caseId(),
                known.tenantId(),
                known.contentId(),
                known.state(),
                known.kind(),
                known.text(),
                known.authorId() != null ? known.authorId() : again.authorId(),
                known.decision(),
                known.submissions() + 1,
                known.openedAt(),
                again.at().isAfter(known.updatedAt()) ? again.at() : known.updatedAt(),
                known.revision() + 1,
                known.handling().withReach(reach(again, known.handling().reach())),
                known.media(),
                known.asking());
    }

    static Decision asReview(Decision one) {
        return new Decision(
                one.decisionId(),
                one.tenantId(),
                one.contentId(),
                one.caseId(),
                one.kind(),
                one.authorId(),
                Outcome.REVIEW,
                one.confidence(),
                one.categories(),
                one.reasons(),
                one.policy(),
                true,
                one.eventId(),
                one.decidedAt(),
                null,
                null,
                null,
                null,
                one.shadow(),
                one.origin());
    }

    /** The same with what was found meanwhile; it is still the decision that people have seen. */
    static Decision scored(Decision one, Score score) {
        return new Decision(
                one.decisionId(),
                one.tenantId(),
                one.contentId(),
                one.caseId(),
                one.kind(),
                one.authorId(),
                one.decision(),
                score.confidence(),
                score.categories(),
                score.reasons(),
                one.policy(),
                true,
                one.eventId(),
                one.decidedAt(),
                one.decidedBy(),
                one.note(),
                one.action(),
                one.undoes(),
                one.shadow(),
                one.origin());
    }

    static CaseState stateAfter(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> CaseState.APPROVED;
            case REJECTED -> CaseState.REJECTED;
            case REVIEW -> CaseState.PENDING;
        };
    }
}
