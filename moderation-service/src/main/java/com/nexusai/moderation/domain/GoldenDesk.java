package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseAct;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.CaseWait;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Golden;
import com.nexusai.schema.moderation.Handling;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Measure;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ReviewStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cases with a known answer, put among the others to measure moderators. They look like any other case; deciding one
 * has no effect but a mark, and it goes back to wait for the next moderator.
 */
public final class GoldenDesk {
    /** Where they wait. No route leads there, and moderators do not see it. */
    public static final String QUEUE = "golden";

    private GoldenDesk() {}

    /** @param decision what the scorer makes of the content, so that the case shows what others show */
    static Move measured(
            @Nullable ModerationCase known, Measure measure, Decision decision, ModerationPolicy policy, Instant now) {
        var answer = measure.answer();
        if (known != null && known.handling().golden() == null) {
            return new Move.Refused(new Refusal.WrongState(known.state()));
        }
        if (answer == null) {
            return known == null ? new Move.Refused(new Refusal.NoCase()) : retired(known, now);
        }
        var handling = Handling.NONE.withGolden(answer).withWait(waiting(policy, now));
        var standing = new ModerationCase(
                decision.caseId(),
                decision.tenantId(),
                decision.contentId(),
                CaseState.PENDING,
                decision.kind(),
                measure.text() == null ? "" : measure.text(),
                null,
                decision,
                1,
                now,
                now,
                known == null ? 1 : known.revision() + 1,
                handling);
        return Move.Done.quietly(standing);
    }

    private static Move retired(ModerationCase known, Instant now) {
        var handling = known.handling().closed().withWait(null);
        return Move.Done.quietly(known.changed(CaseState.EXPIRED, known.decision(), handling, now));
    }

    /** As if it had come just now: an old date would give it away. */
    static CaseWait waiting(ModerationPolicy policy, Instant now) {
        var due = now.plus(Duration.ofMinutes(policy.slaMinutes().getOrDefault(Waits.OTHERS, 24 * 60)));
        return new CaseWait(QUEUE, now, now, due, false, null);
    }

    /** As moderators see it. */
    public static ModerationCase disguised(ModerationCase known) {
        var handling = known.handling();
        var wait = handling.waiting();
        var usual = wait == null
                ? null
                : new CaseWait(Waits.OTHERS, wait.since(), wait.rank(), wait.dueAt(), false, wait.expiresAt());
        return new ModerationCase(
                known.caseId(),
                known.tenantId(),
                known.contentId(),
                known.state(),
                known.kind(),
                known.text(),
                known.authorId(),
                known.decision(),
                known.submissions(),
                wait == null ? known.openedAt() : wait.since(),
                known.updatedAt(),
                known.revision(),
                new Handling(
                        handling.claim(), usual, null, List.of(), Set.of(), 0, false, handling.held(), null, null));
    }

    /** What others have decided would give it away. */
    public static List<CaseAct> disguised(ModerationCase known, List<CaseAct> history, String viewer) {
        var seen = new ArrayList<CaseAct>();
        seen.add(Histories.opening(disguised(known)));
        history.stream().filter(act -> viewer.equals(act.by())).forEach(seen::add);
        return seen;
    }

    /** Whoever has decided it is not offered it again. */
    static Move.Done answered(ModerationCase known, Golden golden, Review step, Instant now) {
        var verdict = step.step() == ReviewStep.APPROVE ? Outcome.APPROVED : Outcome.REJECTED;
        var mark = new Mark(verdict == golden.answer() ? Mark.GOLDEN_RIGHT : Mark.GOLDEN_WRONG, step.by());
        var handling = known.handling().skipped(step.by());
        var standing = known.changed(CaseState.PENDING, known.decision(), handling, now);
        return new Move.Done(standing, null, List.of(), List.of(mark));
    }
}
