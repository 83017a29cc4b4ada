package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseQuestion;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModerationCommand.Verdict;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ProviderQuestion;
import com.nexusai.schema.moderation.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When others are asked about content, and what their word does to the local score. */
public final class SecondOpinion {
    /** The rule by which the local scorer says that it has not seen the thing itself. */
    public static final String UNSEEN_MEDIUM = "content/medium";

    static final String UNANSWERED = "providers/unanswered";

    /** A verdict that was given in time gets so long to arrive before the clock decides. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    /** Who knows better has looked too: what passes nearly anyway passes, and the gravest still asks a person. */
    private static final double SECOND_LOOK = 1 / 3.0;

    private SecondOpinion() {}

    /** Null where nobody is asked: what is rejected already, what cannot be read, and what nobody could look at. */
    static @Nullable CaseQuestion question(Decision decision, Submission submission, ModerationPolicy rules) {
        var providers = rules.providers();
        var command = submission.command();
        if (providers == null
                || providers.order().isEmpty()
                || submission.problem() != null
                || decision.decision() == Outcome.REJECTED
                || !(providers.kinds().isEmpty() || providers.kinds().contains(command.kind()))
                || (decision.decision() == Outcome.APPROVED && !providers.always())
                || !hasSomethingToLookAt(command)) {
            return null;
        }
        return new CaseQuestion(
                StableId.of("question", decision.decisionId()),
                providers.order(),
                command.at().plusMillis(providers.budgetMillis()));
    }

    /** What goes out; null where nobody is asked. */
    public static @Nullable ProviderQuestion of(ModerationCase one) {
        var asking = one.asking();
        return asking == null
                ? null
                : new ProviderQuestion(
                        asking.questionId(),
                        one.tenantId(),
                        one.contentId(),
                        one.kind(),
                        one.text(),
                        one.media(),
                        asking.order(),
                        asking.until());
    }

    /** When the clock decides, should no answer have come by then. */
    public static Instant lastCall(CaseQuestion asking) {
        return asking.until().plus(ON_ITS_WAY);
    }

    /** The verdict of nobody. */
    public static Verdict unanswered(ModerationCase one, CaseQuestion asking) {
        return new Verdict(
                one.tenantId(),
                one.contentId(),
                asking.questionId(),
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                lastCall(asking));
    }

    static Score heard(Decision local, Verdict verdict) {
        var reasons = new ArrayList<Reason>();
        for (var reason : local.reasons()) {
            if (verdict.provider() == null) {
                reasons.add(reason);
            } else if (!verdict.sawMedia() || !reason.rule().equals(UNSEEN_MEDIUM)) {
                reasons.add(verdict.judged().contains(reason.category()) ? lighter(reason, verdict) : reason);
            }
        }
        reasons.addAll(verdict.reasons());
        if (verdict.provider() == null) {
            reasons.add(unanswered(verdict));
        }
        return Score.of(reasons);
    }

    /** What they would look at: words, or a picture that they can get at. */
    private static boolean hasSomethingToLookAt(Submit command) {
        if (!ContentRules.isMedium(command.kind())) {
            return !command.text().isBlank();
        }
        var media = command.media();
        return Boolean.TRUE.equals(command.asksItself()) || (media != null && media.url() != null);
    }

    private static Reason lighter(Reason reason, Verdict verdict) {
        var explanation = reason.explanation() + " It weighs a third, since " + verdict.provider() + " has looked too.";
        return new Reason(reason.rule(), reason.category(), reason.weight() * SECOND_LOOK, explanation, reason.span());
    }

    private static Reason unanswered(Verdict verdict) {
        var why = verdict.failures().isEmpty() ? "Nobody answered in time." : String.join(" ", verdict.failures());
        return new Reason(UNANSWERED, Category.UNSEEN.label(), 0, "The local scorer decides alone. " + why, null);
    }
}
