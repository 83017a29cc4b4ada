package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Action;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Handling;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Measure;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModerationPolicy;
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
    private final Policies policies;

    /** With the rules that hold where tenants have said nothing. */
    public Casework(Policy policy, Scorer scorer) {
        this(policy, scorer, Policies::standard);
    }

    public Casework(Policy policy, Scorer scorer, Policies policies) {
        this.policy = policy;
        this.scorer = scorer;
        this.policies = policies;
    }

    /** The rules by which this tenant's cases are handled now. */
    public ModerationPolicy rules(String tenantId) {
        return policies.of(tenantId);
    }

    /** Everybody who knows the content knows the id of its case. */
    public static String caseId(String tenantId, String contentId) {
        return StableId.of("case", tenantId, contentId);
    }

    public Ruling submit(@Nullable ModerationCase known, Submission submission) {
        var command = submission.command();
        if (known != null && known.handling().golden() != null) {
            // content that goes by the name of a measure: it is real, so it takes the name
            return opened(submission);
        }
        if (known == null) {
            return opened(submission);
        }
        if (sameContent(known, submission)) {
            return new Ruling.Joined(joined(known, command));
        }
        return switch (Standing.unclaimed(known)) {
            case Standing.Escalated _, Standing.Appealed _ -> stillInDoubt(known, submission);
            default -> reopened(known, submission);
        };
    }

    /** Makes a case that measures moderators, or takes it out of use. */
    public Move measure(@Nullable ModerationCase known, Measure measure, Instant now) {
        var content = new Submit(
                measure.tenantId(),
                measure.contentId(),
                measure.kind() == null ? ContentKind.MESSAGE : measure.kind(),
                measure.text() == null ? "" : measure.text(),
                null,
                "measure",
                null,
                now);
        var decision = asReview(decide(new Submission(content, null)));
        return GoldenDesk.measured(known, measure, decision, policies.of(measure.tenantId()), now);
    }

    /** Looks at content without opening a case. */
    public Decision decide(Submission submission) {
        var command = submission.command();
        var score = submission.problem() == null
                ? paced(scorer.score(command.kind(), command.text()), submission.pace())
                : unreadable(submission.problem());
        var rules = policies.of(command.tenantId());
        var outcome = Judgement.of(score, command.kind(), rules);
        var policyId = rules.version() == 0 ? policy.id() : policy.id() + "/" + rules.version();
        return new Decision(
                StableId.of(
                        "decision",
                        command.tenantId(),
                        command.contentId(),
                        command.text(),
                        policyId,
                        command.at().toString()),
                command.tenantId(),
                command.contentId(),
                caseId(command.tenantId(), command.contentId()),
                command.kind(),
                command.authorId(),
                outcome,
                score.confidence(),
                score.categories(),
                score.reasons(),
                policyId,
                true,
                command.eventId(),
                command.at(),
                null,
                null,
                actionAfter(outcome),
                null);
    }

    private static @Nullable Action actionAfter(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> Action.NONE;
            case REJECTED -> Action.CONTENT_DELETED;
            case REVIEW -> null;
        };
    }

    private Ruling opened(Submission submission) {
        var command = submission.command();
        var decision = decide(submission);
        var handling = Handling.NONE.withReach(reach(command, 0));
        return settled(standing(submission, decision, handling, command.at(), 1, 1), command.at());
    }

    /** Another text under the id: what was found in the old one says nothing of it. */
    private Ruling reopened(ModerationCase known, Submission submission) {
        var command = submission.command();
        var handling = known.handling()
                .withClaim(null)
                .withHeld(null)
                .withSecond(null)
                .withWait(null)
                .withAppeal(null)
                .withReach(reach(command, known.handling().reach()));
        return settled(
                standing(
                        submission,
                        decide(submission),
                        handling,
                        known.openedAt(),
                        known.submissions() + 1,
                        known.revision() + 1),
                command.at());
    }

    private Ruling settled(ModerationCase decided, Instant at) {
        if (decided.state() != CaseState.PENDING) {
            return new Ruling.Decided(decided, decided.decision());
        }
        var policy = policies.of(decided.tenantId());
        var wait = Waits.begin(CaseState.PENDING, decided, decided.handling(), policy, at);
        return new Ruling.Decided(
                with(decided, decided.state(), decided.handling().withWait(wait)), decided.decision());
    }

    /** Nobody gets past a lead, or an appeal, by changing a letter: the same person has to look at the new text. */
    private Ruling stillInDoubt(ModerationCase known, Submission submission) {
        var decision = asReview(decide(submission));
        var next = standing(
                submission,
                decision,
                known.handling().withClaim(null).withHeld(null),
                known.openedAt(),
                known.submissions() + 1,
                known.revision() + 1);
        return new Ruling.Decided(with(next, Standing.unclaimed(known).state(), next.handling()), decision);
    }

    private static long reach(Submit command, long known) {
        return command.reach() == null ? known : Math.max(known, command.reach());
    }

    private static ModerationCase standing(
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
                handling);
    }

    private static ModerationCase with(ModerationCase one, CaseState state, Handling handling) {
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
                handling);
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
                known.revision() + 1,
                known.handling().withReach(reach(again, known.handling().reach())));
    }

    private static Decision asReview(Decision one) {
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
                one.decidedAt());
    }

    private static CaseState stateAfter(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> CaseState.APPROVED;
            case REJECTED -> CaseState.REJECTED;
            case REVIEW -> CaseState.PENDING;
        };
    }

    private Score paced(Score score, long pace) {
        return Flooding.reason(pace, policy.weights()).map(score::with).orElse(score);
    }

    private Score unreadable(String problem) {
        var explanation = "Unreadable content, which a person has to look at: " + problem + ".";
        var weight = policy.weights().unreadable();
        return Score.of(List.of(new Reason(UNREADABLE, Category.UNSEEN.label(), weight, explanation, null)));
    }
}
