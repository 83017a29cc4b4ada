package com.nexusai.moderation.domain;

import static com.nexusai.moderation.domain.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ReviewStep;
import com.nexusai.schema.moderation.UserEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReviewDeskTest {
    private final Desk desk = Desk.with("0.5");

    @Test
    void shouldKeepOthersAwayWhenCaseIsClaimed() {
        desk.does("mia", ReviewStep.CLAIM);

        assertThat(desk.known.state()).isEqualTo(CaseState.IN_REVIEW);
        assertRefused(desk.does("max", ReviewStep.CLAIM), Refusal.Claimed.class);
        assertRefused(desk.does("max", ReviewStep.APPROVE), Refusal.Claimed.class);
        assertThat(desk.does("mia", ReviewStep.APPROVE)).isInstanceOf(Move.Done.class);
    }

    @Test
    void shouldReturnToItsPlaceWhenClaimRunsOut() {
        var waited = desk.known.handling().waiting();
        desk.does("mia", ReviewStep.CLAIM);

        desk.passes(Duration.ofMinutes(15));

        assertThat(desk.known.state()).isEqualTo(CaseState.PENDING);
        assertThat(desk.known.handling().claim()).isNull();
        assertThat(desk.known.handling().waiting()).isEqualTo(waited);
        assertThat(desk.does("max", ReviewStep.CLAIM)).isInstanceOf(Move.Done.class);
    }

    @Test
    void shouldDecideOnceWhenTwoDecide() {
        desk.does("mia", ReviewStep.APPROVE);

        assertRefused(desk.does("max", ReviewStep.REJECT), Refusal.WrongState.class);
        assertThat(desk.known.state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void shouldSayWhoDecidedAndWhatFollows() {
        desk.does("mia", ModeratorRole.MODERATOR, ReviewStep.REJECT, null, ActionKind.USER_WARNED);

        var decision = desk.known.decision();
        assertThat(decision.decision()).isEqualTo(Outcome.REJECTED);
        assertThat(decision.automated()).isFalse();
        assertThat(decision.decidedBy()).isEqualTo("mia");
        assertThat(decision.action().kind()).isEqualTo(ActionKind.USER_WARNED);
        assertThat(desk.users).singleElement().isInstanceOfSatisfying(UserEvent.Struck.class, struck -> {
            assertThat(struck.userId()).isEqualTo("ada");
            assertThat(struck.strikeId()).isEqualTo(decision.decisionId());
            assertThat(struck.category()).isEqualTo("spam");
        });
    }

    @Test
    void shouldHoldEvidenceWhenReportedToAuthorities() {
        desk.does("mia", ModeratorRole.MODERATOR, ReviewStep.REJECT, null, ActionKind.REPORTED_TO_AUTHORITIES);

        assertThat(desk.known.handling().evidenceHold()).isTrue();
    }

    @Test
    void shouldWaitForLeadWhenEscalated() {
        desk.does("mia", ReviewStep.ESCALATE);

        assertThat(desk.known.handling().waiting().queue()).isEqualTo(Waits.ESCALATIONS);
        assertRefused(desk.does("max", ReviewStep.CLAIM), Refusal.LeadOnly.class);
        assertRefused(desk.does("max", ReviewStep.APPROVE), Refusal.LeadOnly.class);
        assertThat(desk.leads("lea", ReviewStep.REJECT)).isInstanceOf(Move.Done.class);
    }

    @Test
    void shouldPutApprovedContentInDoubtWhenEscalated() {
        var approved = Desk.with("0.1");

        approved.does("mia", ReviewStep.ESCALATE);

        assertThat(approved.known.state()).isEqualTo(CaseState.ESCALATED);
        assertThat(approved.known.decision().decision()).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void shouldGiveCaseToAnotherWhenLeadReassigns() {
        desk.does("mia", ReviewStep.CLAIM);
        assertRefused(
                desk.does("max", ModeratorRole.MODERATOR, ReviewStep.REASSIGN, "max", null), Refusal.LeadOnly.class);

        desk.does("lea", ModeratorRole.LEAD, ReviewStep.REASSIGN, "max", null);

        assertThat(desk.known.handling().claim().by()).isEqualTo("max");
        assertRefused(desk.does("mia", ReviewStep.APPROVE), Refusal.Claimed.class);
    }

    @Test
    void shouldRememberWhoSkipped() {
        desk.does("mia", ReviewStep.CLAIM);
        desk.does("mia", ReviewStep.SKIP);

        assertThat(desk.known.state()).isEqualTo(CaseState.PENDING);
        assertThat(desk.known.handling().skippedBy()).containsExactly("mia");
    }

    @Test
    void shouldBecomeOverdueAndUrgentThenExpire() {
        var rank = desk.known.handling().waiting().rank();

        desk.passes(Duration.ofDays(1));
        assertThat(desk.known.handling().waiting().overdue()).isTrue();
        assertThat(desk.known.handling().waiting().rank()).isBefore(rank);

        desk.passes(Duration.ofDays(29));
        assertThat(desk.known.state()).isEqualTo(CaseState.EXPIRED);
        assertRefused(desk.does("mia", ReviewStep.APPROVE), Refusal.WrongState.class);
    }

    @Test
    void shouldKeepLeadsCaseWhenTextIsChangedMeanwhile() {
        desk.does("mia", ReviewStep.ESCALATE);

        desk.submit("0.0");

        assertThat(desk.known.state()).isEqualTo(CaseState.ESCALATED);
        assertThat(desk.known.decision().decision()).isEqualTo(Outcome.REVIEW);
    }
}
