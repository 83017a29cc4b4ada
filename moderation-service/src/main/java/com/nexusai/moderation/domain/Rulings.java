package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Action;
import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.DecisionOrigin;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.UserEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person decides, and what follows for the author and for those who reported the content. */
final class Rulings {
    private Rulings() {}

    static Move.Done of(ModerationCase known, Review step, ModerationPolicy policy, Instant now) {
        var golden = known.handling().golden();
        if (golden != null) {
            return GoldenDesk.answered(known, golden, step, now);
        }
        return switch (step.step()) {
            case APPROVE -> approved(known, step, policy, now);
            case REJECT -> rejected(known, step, policy, now);
            case UPHOLD -> upheld(known, step, now);
            case OVERTURN -> overturned(known, step, now);
            default -> throw new IllegalArgumentException(step.step() + " decides nothing");
        };
    }

    private static Move.Done approved(ModerationCase known, Review step, ModerationPolicy policy, Instant now) {
        var decision =
                decision(known, step.commandId(), Outcome.APPROVED, step.by(), step.note(), Action.NONE, null, now);
        var handling = SecondLooks.drawn(known.handling().closed().withWait(null), decision, policy);
        return new Move.Done(
                known.changed(CaseState.APPROVED, decision, handling, now), decision, answers(known, decision, false));
    }

    private static Move.Done rejected(ModerationCase known, Review step, ModerationPolicy policy, Instant now) {
        var kind =
                step.action() == null || step.action() == ActionKind.NONE ? ActionKind.CONTENT_DELETED : step.action();
        var action = new Action(kind, kind == ActionKind.USER_SUSPENDED ? step.until() : null);
        var decided = decision(known, step.commandId(), Outcome.REJECTED, step.by(), step.note(), action, null, now);
        var decision = step.category() == null ? decided : at(decided, step.category(), step.note());
        var events = new ArrayList<>(answers(known, decision, true));
        if (known.authorId() != null) {
            events.add(struck(known.authorId(), decision, category(known, step), action));
        }
        var handling = known.handling()
                .closed()
                .withWait(null)
                .withAppeal(null)
                .withEvidenceHold(known.handling().evidenceHold() || kind == ActionKind.REPORTED_TO_AUTHORITIES);
        var drawn = SecondLooks.drawn(handling, decision, policy);
        return new Move.Done(known.changed(CaseState.REJECTED, decision, drawn, now), decision, events);
    }

    private static Move.Done upheld(ModerationCase known, Review step, Instant now) {
        var decision = decision(
                known, step.commandId(), Outcome.REJECTED, step.by(), step.note(), Action.CONTENT_DELETED, null, now);
        var handling = known.handling().closed().withWait(null);
        return new Move.Done(
                known.changed(CaseState.UPHELD, decision, handling, now), decision, answers(known, decision, true));
    }

    private static Move.Done overturned(ModerationCase known, Review step, Instant now) {
        var appeal = Objects.requireNonNull(known.handling().appeal());
        var undone = appeal.decisionId();
        var decision =
                decision(known, step.commandId(), Outcome.APPROVED, step.by(), step.note(), Action.NONE, undone, now);
        var events = new ArrayList<>(answers(known, decision, false));
        if (known.authorId() != null) {
            events.add(new UserEvent.StrikeUndone(known.tenantId(), known.authorId(), undone, known.contentId(), now));
        }
        var handling = known.handling().closed().withWait(null).withEvidenceHold(false);
        var marks =
                appeal.decidedBy() == null ? List.<Mark>of() : List.of(new Mark(Mark.OVERTURNED, appeal.decidedBy()));
        return new Move.Done(known.changed(CaseState.OVERTURNED, decision, handling, now), decision, events, marks);
    }

    /** The scorer's findings stay with it: they are what the person saw. */
    static Decision decision(
            ModerationCase known,
            String commandId,
            Outcome outcome,
            @Nullable String by,
            @Nullable String note,
            @Nullable Action action,
            @Nullable String undoes,
            Instant now) {
        var before = known.decision();
        return new Decision(
                StableId.of("decision", known.tenantId(), known.contentId(), commandId),
                known.tenantId(),
                known.contentId(),
                known.caseId(),
                known.kind(),
                known.authorId(),
                outcome,
                before.confidence(),
                before.categories(),
                before.reasons(),
                before.policy(),
                by == null,
                before.eventId(),
                now,
                by,
                note,
                action,
                undoes,
                null,
                new DecisionOrigin(known.openedAt(), known.handling().reports().size()));
    }

    static UserEvent struck(String authorId, Decision decision, @Nullable String category, @Nullable Action action) {
        return new UserEvent.Struck(
                decision.tenantId(),
                authorId,
                decision.decisionId(),
                decision.contentId(),
                category,
                action != null && action.kind().isAgainstUser() ? action : null,
                decision.decidedAt());
    }

    private static Decision at(Decision decision, String category, @Nullable String note) {
        var explanation = note == null ? "A moderator finds it at fault for " + category + "." : note;
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason("moderator", category, 0, explanation, null));
        reasons.addAll(decision.reasons());
        return new Decision(
                decision.decisionId(),
                decision.tenantId(),
                decision.contentId(),
                decision.caseId(),
                decision.kind(),
                decision.authorId(),
                decision.decision(),
                decision.confidence(),
                decision.categories(),
                reasons,
                decision.policy(),
                decision.automated(),
                decision.eventId(),
                decision.decidedAt(),
                decision.decidedBy(),
                decision.note(),
                decision.action(),
                decision.undoes(),
                decision.shadow(),
                decision.origin());
    }

    private static @Nullable String category(ModerationCase known, Review step) {
        return step.category() != null ? step.category() : Strikes.gravest(known.decision());
    }

    private static List<UserEvent> answers(ModerationCase known, Decision decision, boolean upheld) {
        return known.handling().reports().stream()
                .<UserEvent>map(report -> new UserEvent.ReportAnswered(
                        known.tenantId(),
                        report.by(),
                        known.contentId(),
                        decision.decisionId(),
                        upheld,
                        decision.decidedAt()))
                .toList();
    }
}
