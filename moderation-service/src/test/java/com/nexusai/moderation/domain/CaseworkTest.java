package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseworkTest {
    private static final Instant LATER = Instant.EPOCH.plusSeconds(60);

    /** The text is the weight that speaks against it. */
    private final Casework casework = new Casework(
            Policy.LOCAL,
            (kind, text) -> Score.of(List.of(new Reason("rule", "spam", Double.parseDouble(text), "why", null))));

    @Test
    void shouldOpenCaseWhenContentIsNew() {
        var ruling = casework.submit(null, submission("0.5", Instant.EPOCH));

        assertThat(ruling).isInstanceOfSatisfying(Ruling.Decided.class, decided -> {
            assertThat(decided.decision().decision()).isEqualTo(Outcome.REVIEW);
            assertThat(decided.decision().policy()).isEqualTo("local-2");
            assertThat(decided.standing().state()).isEqualTo(CaseState.PENDING);
            assertThat(decided.standing().openedAt()).isEqualTo(Instant.EPOCH);
            assertThat(decided.standing().submissions()).isEqualTo(1);
            assertThat(decided.standing().caseId()).isEqualTo(Casework.caseId("acme", "m1"));
        });
    }

    @Test
    void shouldApproveAndRejectWhenConfidenceIsClear() {
        assertThat(casework.submit(null, submission("0.1", Instant.EPOCH))
                        .standing()
                        .state())
                .isEqualTo(CaseState.APPROVED);
        assertThat(casework.submit(null, submission("0.9", Instant.EPOCH))
                        .standing()
                        .state())
                .isEqualTo(CaseState.REJECTED);
    }

    @Test
    void shouldJoinCaseWhenSameContentComesAgain() {
        var first = opened("0.5");

        var ruling = casework.submit(first, submission("0.5", LATER));

        assertThat(ruling).isInstanceOf(Ruling.Joined.class);
        assertThat(ruling.standing().submissions()).isEqualTo(2);
        assertThat(ruling.standing().decision()).isEqualTo(first.decision());
        assertThat(ruling.standing().updatedAt()).isEqualTo(LATER);
        assertThat(ruling.standing().revision()).isEqualTo(2);
    }

    @Test
    void shouldDecideAgainWhenTextHasChanged() {
        var first = opened("0.5");

        var ruling = casework.submit(first, submission("0.9", LATER));

        assertThat(ruling).isInstanceOfSatisfying(Ruling.Decided.class, decided -> {
            assertThat(decided.standing().state()).isEqualTo(CaseState.REJECTED);
            assertThat(decided.standing().openedAt()).isEqualTo(Instant.EPOCH);
            assertThat(decided.standing().submissions()).isEqualTo(2);
            assertThat(decided.decision().decisionId())
                    .isNotEqualTo(first.decision().decisionId());
        });
    }

    @Test
    void shouldAskPersonWhenContentIsUnreadable() {
        var ruling = casework.submit(null, new Submission(command("{}", Instant.EPOCH), "text is missing"));

        assertThat(ruling.standing().state()).isEqualTo(CaseState.PENDING);
        assertThat(ruling.standing().decision().reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.explanation()).contains("Unreadable", "text is missing"));
    }

    @Test
    void shouldDecideAgainWhenUnreadableContentBecomesReadable() {
        var unreadable = casework.submit(null, new Submission(command("0.1", Instant.EPOCH), "kind is unknown"))
                .standing();

        var ruling = casework.submit(unreadable, submission("0.1", LATER));

        assertThat(ruling.standing().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void shouldGiveSameIdsWhenSameCommandIsProcessedAgain() {
        assertThat(opened("0.5")).isEqualTo(opened("0.5"));
    }

    private ModerationCase opened(String text) {
        return casework.submit(null, submission(text, Instant.EPOCH)).standing();
    }

    private static Submission submission(String text, Instant at) {
        return new Submission(command(text, at), null);
    }

    private static Submit command(String text, Instant at) {
        return new Submit("acme", "m1", ContentKind.MESSAGE, text, "ada", "event", "e1", at);
    }
}
