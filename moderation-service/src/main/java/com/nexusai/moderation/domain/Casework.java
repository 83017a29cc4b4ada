package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Action;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.DecisionOrigin;
import com.nexusai.schema.moderation.Handling;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Measure;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModerationCommand.Verdict;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.ShadowDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a case begins and changes. Time comes with the commands, so that a replay ends where the first run ended. */
public final class Casework {
    private static final String UNREADABLE = "content/unreadable";

    private final Policy policy;
    private final Scorers scorers;
    private final Policies policies;
    private final Banks banks;

    /** With the rules that hold where tenants have said nothing. */
    public Casework(Policy policy, Scorer scorer) {
        this(policy, scorer, Policies::standard);
    }

    public Casework(Policy policy, Scorer scorer, Policies policies) {
        this(policy, tenantId -> scorer, policies);
    }

    public Casework(Policy policy, Scorers scorers, Policies policies) {
        this(policy, scorers, policies, Banks.NONE);
    }

    public Casework(Policy policy, Scorers scorers, Policies policies, Banks banks) {
        this.policy = policy;
        this.scorers = scorers;
        this.policies = policies;
        this.banks = banks;
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
        if (sameContent(known, submission) && !bannedSince(known, command)) {
            return new Ruling.Joined(Drafts.joined(known, command));
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
        var decision = Drafts.asReview(decide(new Submission(content, null)));
        return GoldenDesk.measured(known, measure, decision, policies.of(measure.tenantId()), now);
    }

    /** What providers say of it; null where nobody has asked, or where it was answered before. */
    public @Nullable Ruling hear(ModerationCase known, Verdict verdict) {
        var asking = known.asking();
        if (asking == null || !asking.questionId().equals(verdict.questionId())) {
            return null;
        }
        var score = SecondOpinion.heard(known.decision(), verdict);
        if (known.state() != CaseState.PENDING) {
            var noted = known.decision().automated() ? Drafts.scored(known.decision(), score) : known.decision();
            return new Ruling.Noted(known.changed(known.state(), noted, known.handling(), verdict.at())
                    .answered());
        }
        var rules = policies.of(known.tenantId());
        var by = verdict.provider() == null ? "" : "+" + verdict.provider();
        var decision = decision(
                Subject.of(known), score, StableId.of("decision", verdict.questionId()), rules, by, verdict.at());
        var state = Drafts.stateAfter(decision.decision());
        var handling =
                state == CaseState.PENDING ? known.handling() : known.handling().withWait(null);
        return new Ruling.Decided(
                known.changed(state, decision, handling, verdict.at()).answered(), decision);
    }

    /** Looks at content without opening a case. */
    public Decision decide(Submission submission) {
        var command = submission.command();
        var rules = policies.of(command.tenantId());
        var id = StableId.of(
                "decision",
                command.tenantId(),
                command.contentId(),
                command.text(),
                policyId(rules),
                command.at().toString());
        return decision(Subject.of(command), score(submission), id, rules, "", command.at());
    }

    private Score score(Submission submission) {
        var command = submission.command();
        if (submission.problem() != null) {
            return unreadable(submission.problem());
        }
        var banked = banks.match(command.tenantId(), command.media());
        if (banked.isPresent()) {
            return Score.of(List.of(banked.get()));
        }
        return paced(scorers.of(command.tenantId()).score(command.kind(), command.text()), submission.pace());
    }

    private String policyId(ModerationPolicy rules) {
        return rules.version() == 0 ? policy.id() : policy.id() + "/" + rules.version();
    }

    private Decision decision(
            Subject about, Score score, String decisionId, ModerationPolicy rules, String by, Instant at) {
        var outcome = outcome(score, about.kind(), rules);
        return new Decision(
                decisionId,
                about.tenantId(),
                about.contentId(),
                caseId(about.tenantId(), about.contentId()),
                about.kind(),
                about.authorId(),
                outcome,
                score.confidence(),
                score.categories(),
                score.reasons(),
                policyId(rules) + by,
                true,
                about.eventId(),
                at,
                null,
                null,
                actionAfter(outcome),
                null,
                shadow(about, score),
                new DecisionOrigin(about.since(), 0));
    }

    /** What the rules that are only tried out would say. They never decide. */
    private @Nullable ShadowDecision shadow(Subject about, Score score) {
        var tried = policies.shadowOf(about.tenantId());
        return tried == null
                ? null
                : new ShadowDecision(policy.id() + "/shadow-" + tried.version(), outcome(score, about.kind(), tried));
    }

    static Outcome outcome(Score score, ContentKind kind, ModerationPolicy rules) {
        // whatever the thresholds are, nobody need look again at what is on a bank
        return Banks.isOnOne(score) ? Outcome.REJECTED : Judgement.of(score, kind, rules);
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
        var handling = Handling.NONE.withReach(Drafts.reach(command, 0));
        return settled(Drafts.standing(submission, decision, handling, command.at(), 1, 1), submission);
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
                .withReach(Drafts.reach(command, known.handling().reach()));
        return settled(
                Drafts.standing(
                        submission,
                        decide(submission),
                        handling,
                        known.openedAt(),
                        known.submissions() + 1,
                        known.revision() + 1),
                submission);
    }

    private Ruling settled(ModerationCase decided, Submission submission) {
        var rules = policies.of(decided.tenantId());
        var question = SecondOpinion.question(decided.decision(), submission, rules);
        if (decided.state() != CaseState.PENDING && question == null) {
            return new Ruling.Decided(decided, decided.decision());
        }
        var at = submission.command().at();
        var wait = Waits.begin(CaseState.PENDING, decided, decided.handling(), rules, at);
        var waiting = Drafts.with(decided, CaseState.PENDING, decided.handling().withWait(wait));
        return question == null
                ? new Ruling.Decided(waiting, decided.decision())
                : new Ruling.Asked(waiting.decidedSoFar(Drafts.asReview(decided.decision()))
                        .asking(question));
    }

    /** Nobody gets past a lead, or an appeal, by changing a letter: the same person has to look at the new text. */
    private Ruling stillInDoubt(ModerationCase known, Submission submission) {
        var decision = Drafts.asReview(decide(submission));
        var next = Drafts.standing(
                submission,
                decision,
                known.handling().withClaim(null).withHeld(null),
                known.openedAt(),
                known.submissions() + 1,
                known.revision() + 1);
        return new Ruling.Decided(Drafts.with(next, Standing.unclaimed(known).state(), next.handling()), decision);
    }

    /** What was put on a bank after it was approved; what a person has decided stands. */
    private boolean bannedSince(ModerationCase known, Submit again) {
        return known.decision().automated()
                && known.decision().decision() != Outcome.REJECTED
                && banks.match(again.tenantId(), again.media()).isPresent();
    }

    private static boolean sameContent(ModerationCase known, Submission submission) {
        var wasReadable = known.decision().reasons().stream().noneMatch(reason -> UNREADABLE.equals(reason.rule()));
        return wasReadable == (submission.problem() == null)
                && known.text().equals(submission.command().text())
                && Pictures.same(known.media(), submission.command().media());
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
