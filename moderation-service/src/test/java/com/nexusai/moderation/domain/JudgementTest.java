package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModerationPolicy.Thresholds;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Thresholds LENIENT = new Thresholds(0.3, 0.1);
    private static final Thresholds STRICT = new Thresholds(0.95, 0.7);

    @Test
    void shouldJudgeByTheThresholdsOfTheKind() {
        var policy = policy(Map.of(ContentKind.PROFILE, STRICT), Map.of());

        assertThat(Judgement.of(score("spam", 0.5), ContentKind.MESSAGE, policy))
                .isEqualTo(Outcome.REVIEW);
        assertThat(Judgement.of(score("spam", 0.5), ContentKind.PROFILE, policy))
                .isEqualTo(Outcome.REJECTED);
    }

    @Test
    void shouldLetACategoryPassThatTheTenantIsLenientWith() {
        var policy = policy(Map.of(), Map.of("spam", LENIENT));

        assertThat(Judgement.of(score("spam", 0.5), ContentKind.MESSAGE, policy))
                .isEqualTo(Outcome.APPROVED);
        assertThat(Judgement.of(score("hate", 0.5), ContentKind.MESSAGE, policy))
                .isEqualTo(Outcome.REVIEW);
    }

    @Test
    void shouldTakeTheGravestOutcome() {
        var policy = policy(Map.of(), Map.of("spam", LENIENT, "hate", STRICT));
        var both = Score.of(List.of(reason("spam", 0.5), reason("hate", 0.5)));

        assertThat(Judgement.of(both, ContentKind.MESSAGE, policy)).isEqualTo(Outcome.REJECTED);
    }

    private static Score score(String category, double weight) {
        return Score.of(List.of(reason(category, weight)));
    }

    private static Reason reason(String category, double weight) {
        return new Reason("rule", category, weight, "why", null);
    }

    private static ModerationPolicy policy(Map<ContentKind, Thresholds> kinds, Map<String, Thresholds> categories) {
        var usual = Policies.standard("acme");
        return new ModerationPolicy(
                "acme",
                1,
                usual.thresholds(),
                kinds,
                categories,
                15,
                Map.of(),
                30,
                183,
                5,
                90,
                false,
                List.of(),
                List.of(),
                Instant.EPOCH,
                "lea");
    }
}
