package com.nexusai.moderation.domain;

import static com.nexusai.moderation.domain.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ReviewStep;
import com.nexusai.schema.moderation.UserEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Reports and appeals. */
class UsersVoiceTest {
    @Test
    void shouldEscalateWhenFiveDistinctUsersReport() {
        var desk = Desk.with("0.1");
        for (int i = 0; i < 4; i++) {
            desk.reports("u" + i, 1);
            desk.reports("u" + i, 1);
        }
        assertThat(desk.known.state()).isEqualTo(CaseState.APPROVED);

        desk.reports("u4", 1);

        assertThat(desk.known.state()).isEqualTo(CaseState.ESCALATED);
        assertThat(desk.known.decision().decision()).isEqualTo(Outcome.REVIEW);
        assertThat(desk.known.decision().automated()).isTrue();
    }

    @Test
    void shouldWantMoreReportsWhenReportersAreNotTrusted() {
        var desk = Desk.with("0.1");
        for (int i = 0; i < 9; i++) {
            desk.reports("u" + i, 0.5);
        }
        assertThat(desk.known.state()).isEqualTo(CaseState.APPROVED);

        desk.reports("u9", 0.5);

        assertThat(desk.known.state()).isEqualTo(CaseState.ESCALATED);
    }

    @Test
    void shouldTellReportersWhatBecameOfIt() {
        var desk = Desk.with("0.5");
        desk.reports("u1", 1);

        desk.does("mia", ReviewStep.APPROVE);

        assertThat(desk.users).singleElement().isInstanceOfSatisfying(UserEvent.ReportAnswered.class, answer -> {
            assertThat(answer.userId()).isEqualTo("u1");
            assertThat(answer.upheld()).isFalse();
        });
        assertThat(desk.known.handling().reports()).isEmpty();
    }

    @Test
    void shouldTakeAppealOfTheAuthorOnlyAndInTime() {
        var desk = Desk.with("0.5");
        assertRefused(desk.appeals("ada"), Refusal.WrongState.class);
        desk.does("mia", ReviewStep.REJECT);

        assertRefused(desk.appeals("eve"), Refusal.NotTheAuthor.class);
        desk.now = desk.now.plus(Duration.ofDays(Desk.POLICY.appealDays()));
        assertRefused(desk.appeals("ada"), Refusal.TooLate.class);
        desk.now = desk.now.minusMillis(1);
        assertThat(desk.appeals("ada")).isInstanceOf(Move.Done.class);
        assertThat(desk.known.handling().waiting().queue()).isEqualTo(Waits.APPEALS);
    }

    @Test
    void shouldLetAnotherModeratorDecideTheAppeal() {
        var desk = Desk.with("0.5");
        desk.does("mia", ReviewStep.REJECT);
        desk.appeals("ada");

        assertRefused(desk.does("mia", ReviewStep.CLAIM), Refusal.SameModerator.class);
        assertRefused(desk.leads("mia", ReviewStep.OVERTURN), Refusal.SameModerator.class);
        assertRefused(desk.does("max", ReviewStep.APPROVE), Refusal.WrongState.class);
        assertThat(desk.does("max", ReviewStep.UPHOLD)).isInstanceOf(Move.Done.class);
        assertThat(desk.known.state()).isEqualTo(CaseState.UPHELD);
        assertRefused(desk.appeals("ada"), Refusal.WrongState.class);
    }

    @Test
    void shouldUndoRejectionAndStrikeWhenOverturned() {
        var desk = Desk.with("0.5");
        desk.does("mia", ReviewStep.REJECT);
        var rejection = desk.known.decision().decisionId();
        desk.appeals("ada");

        desk.does("max", ReviewStep.OVERTURN);

        assertThat(desk.known.state()).isEqualTo(CaseState.OVERTURNED);
        assertThat(desk.known.decision().decision()).isEqualTo(Outcome.APPROVED);
        assertThat(desk.known.decision().undoes()).isEqualTo(rejection);
        assertThat(desk.users.getLast())
                .isInstanceOfSatisfying(
                        UserEvent.StrikeUndone.class,
                        undone -> assertThat(undone.strikeId()).isEqualTo(rejection));
    }
}
