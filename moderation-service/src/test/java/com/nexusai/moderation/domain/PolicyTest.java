package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
    @ParameterizedTest
    @CsvSource({"1, APPROVED", "0.8001, APPROVED", "0.8, REVIEW", "0.5, REVIEW", "0.3, REVIEW", "0.2999, REJECTED"})
    void shouldDecideByThresholds(double confidence, Outcome outcome) {
        assertThat(Policy.LOCAL.decide(confidence)).isEqualTo(outcome);
    }

    @Test
    void shouldReachReviewAndNoFurtherWhenSomethingIsUnseen() {
        var score = Score.of(List.of(new Reason("r", "unseen", Policy.LOCAL.enoughForReview(), "why", null)));

        assertThat(Policy.LOCAL.decide(score.confidence())).isEqualTo(Outcome.REVIEW);
        assertThat(score.confidence()).isEqualTo(0.8);
    }

    @Test
    void shouldRefuseThresholdsThatOverlap() {
        assertThatThrownBy(() -> new Policy("p", 1, 0.3, 0.8, 10, SignalWeights.LOCAL_2))
                .hasMessageContaining("rejectBelow <= approveAbove");
    }

    @Test
    void shouldMultiplyWhatReasonsLeave() {
        var score = Score.of(List.of(
                new Reason("a", "spam", 0.5, "why", null),
                new Reason("b", "spam", 0.5, "why", null),
                new Reason("c", "hate", 0.2, "why", null)));

        assertThat(score.confidence()).isEqualTo(0.2);
        assertThat(score.categories()).containsEntry("spam", 0.75).containsEntry("hate", 0.2);
    }

    @Test
    void shouldKeepTheWeightiestWhenThereAreVeryManyReasons() {
        var many = new ArrayList<>(Collections.nCopies(500, new Reason("light", "spam", 0.1, "why", null)));
        many.add(new Reason("heavy", "hate", 0.9, "why", null));

        var score = Score.of(many);

        assertThat(score.reasons()).hasSize(Score.MOST_REASONS);
        assertThat(score.reasons().getFirst().rule()).isEqualTo("heavy");
    }
}
