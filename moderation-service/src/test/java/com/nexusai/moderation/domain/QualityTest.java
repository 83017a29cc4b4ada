package com.nexusai.moderation.domain;

import static com.nexusai.moderation.domain.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModerationPolicy.Care;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ReviewStep;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Second looks and cases with a known answer. */
class QualityTest {
    private final Desk desk = Desk.with("0.5");

    @Test
    void shouldDrawTheShareThatIsAskedFor() {
        long hits = IntStream.range(0, 20_000)
                .filter(i -> Draw.hits(5, "second-look", "d-" + i))
                .count();

        assertThat(hits).isBetween(850L, 1_150L);
        assertThat(Draw.hits(100, "any")).isTrue();
        assertThat(Draw.hits(0, "any")).isFalse();
    }

    @Test
    void shouldAskSomebodyElseAndCountTheAgreement() {
        desk.policy = withCare(new Care(100, 0, 0, 0));
        desk.does("mia", ReviewStep.REJECT);
        assertThat(SecondLooks.awaited(desk.known)).isTrue();

        assertRefused(desk.does("mia", ReviewStep.SECOND_REJECT), Refusal.SameModerator.class);
        desk.does("max", ReviewStep.SECOND_REJECT);

        assertThat(desk.marks).containsExactly(new Mark(Mark.SECOND_AGREED, "mia"));
        assertThat(desk.known.state()).isEqualTo(CaseState.REJECTED);
        assertThat(desk.decisions).hasSize(1);
        assertRefused(desk.does("lea", ReviewStep.SECOND_REJECT), Refusal.WrongState.class);
    }

    @Test
    void shouldPutItBeforeALeadWhenTheOtherWouldNotHaveLetItPass() {
        desk.policy = withCare(new Care(100, 0, 0, 0));
        desk.does("mia", ReviewStep.APPROVE);

        desk.does("max", ReviewStep.SECOND_REJECT);

        assertThat(desk.marks).containsExactly(new Mark(Mark.SECOND_DIFFERED, "mia"));
        assertThat(desk.known.state()).isEqualTo(CaseState.ESCALATED);
        assertThat(desk.known.decision().decision()).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void shouldCountTheOverturnedOfWhoeverRejected() {
        desk.policy = withCare(new Care(0, 0, 0, 0));
        desk.does("mia", ReviewStep.REJECT);
        desk.appeals("ada");

        desk.does("max", ReviewStep.OVERTURN);

        assertThat(desk.marks).containsExactly(new Mark(Mark.OVERTURNED, "mia"));
    }

    @Test
    void shouldMeasureWithoutAnyEffect() {
        var golden = new Desk();
        golden.measures(Outcome.REJECTED);
        assertThat(golden.known.state()).isEqualTo(CaseState.PENDING);

        golden.does("mia", ReviewStep.CLAIM);
        golden.holds("mia", ReviewStep.REJECT);
        golden.passes(Duration.ofSeconds(10));
        golden.does("max", ReviewStep.APPROVE);
        golden.does("lea", ReviewStep.ESCALATE);

        assertThat(golden.marks)
                .containsExactly(new Mark(Mark.GOLDEN_RIGHT, "mia"), new Mark(Mark.GOLDEN_WRONG, "max"));
        assertThat(golden.known.state()).isEqualTo(CaseState.PENDING);
        assertThat(golden.known.handling().skippedBy()).containsExactlyInAnyOrder("mia", "max", "lea");
        assertThat(golden.decisions).isEmpty();
        assertThat(golden.users).isEmpty();
    }

    @Test
    void shouldLookLikeAnyOtherCase() {
        var golden = new Desk();
        golden.measures(Outcome.REJECTED);
        golden.does("mia", ReviewStep.CLAIM);

        var seen = GoldenDesk.disguised(golden.known).handling();

        assertThat(seen.golden()).isNull();
        assertThat(seen.waiting().queue()).isEqualTo(Waits.OTHERS);
        assertThat(seen.claim().by()).isEqualTo("mia");
    }

    @Test
    void shouldLeaveTheQueueWhenTakenOutOfUse() {
        var golden = new Desk();
        golden.measures(Outcome.REJECTED);

        golden.measures(null);

        assertThat(golden.known.handling().waiting()).isNull();
        assertRefused(golden.does("mia", ReviewStep.CLAIM), Refusal.WrongState.class);
        assertRefused(desk.measures(Outcome.APPROVED), Refusal.WrongState.class);
    }

    private static ModerationPolicy withCare(Care care) {
        var usual = Policies.standard("acme");
        return new ModerationPolicy(
                "acme",
                1,
                usual.thresholds(),
                usual.kindThresholds(),
                usual.categoryThresholds(),
                usual.claimMinutes(),
                usual.slaMinutes(),
                usual.expireDays(),
                usual.appealDays(),
                usual.reportsToEscalate(),
                usual.strikeDays(),
                usual.automatedStrikes(),
                usual.ladder(),
                usual.routes(),
                usual.updatedAt(),
                usual.updatedBy(),
                null,
                care);
    }
}
