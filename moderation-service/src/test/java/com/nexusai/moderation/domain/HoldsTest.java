package com.nexusai.moderation.domain;

import static com.nexusai.moderation.domain.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ReviewStep;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldsTest {
    private final Desk desk = Desk.with("0.5");

    @Test
    void shouldHaveNoEffectUntilItCanNoLongerBeTakenBack() {
        desk.does("mia", ReviewStep.CLAIM);

        desk.holds("mia", ReviewStep.REJECT);

        assertThat(desk.known.state()).isEqualTo(CaseState.IN_REVIEW);
        assertThat(desk.decisions).isEmpty();
        assertThat(desk.users).isEmpty();
        desk.passes(Duration.ofSeconds(9));
        assertThat(desk.known.state()).isEqualTo(CaseState.IN_REVIEW);

        desk.passes(Duration.ofSeconds(1));

        assertThat(desk.known.state()).isEqualTo(CaseState.REJECTED);
        assertThat(desk.known.handling().held()).isNull();
        assertThat(desk.decisions)
                .singleElement()
                .extracting(Decision::decidedBy)
                .isEqualTo("mia");
        assertThat(desk.users).hasSize(1);
    }

    @Test
    void shouldGiveTheCaseBackToItsModeratorWhenTakenBack() {
        desk.does("mia", ReviewStep.CLAIM);
        desk.holds("mia", ReviewStep.REJECT);
        desk.passes(Duration.ofSeconds(9));

        desk.does("mia", ReviewStep.UNDO);
        desk.passes(Duration.ofMinutes(1));

        assertThat(desk.known.state()).isEqualTo(CaseState.IN_REVIEW);
        assertThat(desk.decisions).isEmpty();
        desk.does("mia", ReviewStep.APPROVE);
        assertThat(desk.decisions)
                .singleElement()
                .extracting(Decision::decision)
                .isEqualTo(Outcome.APPROVED);
    }

    @Test
    void shouldRefuseEverythingElseMeanwhile() {
        desk.holds("mia", ReviewStep.APPROVE);

        assertRefused(desk.does("mia", ReviewStep.REJECT), Refusal.Held.class);
        assertRefused(desk.leads("lea", ReviewStep.CLAIM), Refusal.Held.class);
        assertRefused(desk.does("max", ReviewStep.UNDO), Refusal.Claimed.class);
    }

    @Test
    void shouldRefuseToTakeBackWhatIsInEffect() {
        desk.holds("mia", ReviewStep.APPROVE);
        desk.passes(Duration.ofSeconds(10));

        assertRefused(desk.does("mia", ReviewStep.UNDO), Refusal.WrongState.class);
    }

    @Test
    void shouldForgetTheDecisionWhenTheTextChanges() {
        desk.holds("mia", ReviewStep.APPROVE);

        desk.submit("0.55");
        desk.passes(Duration.ofSeconds(10));

        assertThat(desk.known.state()).isEqualTo(CaseState.PENDING);
        assertThat(desk.decisions).isEmpty();
    }

    @Test
    void shouldOutlastTheClaim() {
        desk.does("mia", ReviewStep.CLAIM);
        desk.passes(Duration.ofMinutes(15).minusSeconds(5));

        desk.holds("mia", ReviewStep.REJECT);
        desk.passes(Duration.ofSeconds(20));

        assertThat(desk.known.state()).isEqualTo(CaseState.REJECTED);
    }

    @Test
    void shouldNotBeEscalatedByReportsMeanwhile() {
        desk.holds("mia", ReviewStep.REJECT);
        for (int i = 1; i <= 6; i++) {
            desk.reports("u" + i, 1);
        }
        assertThat(desk.known.state()).isEqualTo(CaseState.IN_REVIEW);

        desk.passes(Duration.ofSeconds(10));

        assertThat(desk.known.state()).isEqualTo(CaseState.REJECTED);
        assertThat(desk.users).as("a strike, and six answers").hasSize(7);
    }
}
