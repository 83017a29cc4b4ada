package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a case begins and changes. Time comes with the commands, so that a replay ends where the first run ended. */
public final class Casework {
    private static final String UNREADABLE = "content/unreadable";

    private final Policy policy;
    private final Scorer scorer;

    public Casework(Policy policy, Scorer scorer) {
        this.policy = policy;
        this.scorer = scorer;
    }

    /** Everybody who knows the content knows the id of its case. */
    public static String caseId(String tenantId, String contentId) {
        return StableId.of("case", tenantId, contentId);
    }

    public Ruling submit(@Nullable ModerationCase known, Submission submission) {
        var command = submission.command();
        if (known == null) {
            return decided(submission, command.at(), 1, 1);
        }
        if (sameContent(known, submission)) {
            return new Ruling.Joined(joined(known, command));
        }
        return decided(submission, known.openedAt(), known.submissions() + 1, known.revision() + 1);
    }

    /** Looks at content without opening a case. */
    public Decision decide(Submission submission) {
        var command = submission.command();
        var score = submission.problem() == null
                ? scorer.score(command.kind(), command.text())
                : unreadable(submission.problem());
        return new Decision(
                StableId.of(
                        "decision",
                        command.tenantId(),
                        command.contentId(),
                        command.text(),
                        policy.id(),
                        command.at().toString()),
                command.tenantId(),
                command.contentId(),
                caseId(command.tenantId(), command.contentId()),
                command.kind(),
                command.authorId(),
                policy.decide(score.confidence()),
                score.confidence(),
                score.categories(),
                score.reasons(),
                policy.id(),
                true,
                command.eventId(),
                command.at());
    }

    private Ruling decided(Submission submission, Instant openedAt, long submissions, long revision) {
        var decision = decide(submission);
        var command = submission.command();
        var standing = new ModerationCase(
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
                revision);
        return new Ruling.Decided(standing, decision);
    }

    private static boolean sameContent(ModerationCase known, Submission submission) {
        var wasReadable = known.decision().reasons().stream().noneMatch(reason -> UNREADABLE.equals(reason.rule()));
        return wasReadable == (submission.problem() == null)
                && known.text().equals(submission.command().text());
    }

    private static ModerationCase joined(ModerationCase known, Submit again) {
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
                known.revision() + 1);
    }

    private static CaseState stateAfter(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> CaseState.APPROVED;
            case REJECTED -> CaseState.REJECTED;
            case REVIEW -> CaseState.PENDING;
        };
    }

    private Score unreadable(String problem) {
        var explanation = "Unreadable content, which a person has to look at: " + problem + ".";
        var weight = policy.weights().unreadable();
        return Score.of(List.of(new Reason(UNREADABLE, Category.UNSEEN.label(), weight, explanation, null)));
    }
}
