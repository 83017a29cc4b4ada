package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModerationPolicy.Thresholds;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private final ModerationPolicy now = Policies.standard("acme");
    private final ModerationPolicy strict = now.withThresholds(new Thresholds(0.95, 0.6));

    @Test
    void shouldCountWhatWouldChangeByCategoryAndShowSome() {
        var backtest = new Backtest(now, strict);
        backtest.add(scored("m1", "spam", 0.1));
        backtest.add(scored("m2", "spam", 0.5));
        backtest.add(scored("m3", "hate", 0.9));
        backtest.add(scored("m4", "hate", 0.01));

        var result = backtest.result();

        assertThat(result.cases()).isEqualTo(4);
        assertThat(result.changes()).isEqualTo(Map.of("spam", Map.of("APPROVED→REVIEW", 1L, "REVIEW→REJECTED", 1L)));
        assertThat(result.examples())
                .extracting(Backtest.Example::contentId, Backtest.Example::before, Backtest.Example::after)
                .containsExactly(
                        tuple("m1", Outcome.APPROVED, Outcome.REVIEW), tuple("m2", Outcome.REVIEW, Outcome.REJECTED));
    }

    @Test
    void shouldAddUpWhatSeveralInstancesFind() {
        var one = new Backtest(now, strict);
        one.add(scored("m1", "spam", 0.1));
        var other = new Backtest(now, strict);
        other.add(scored("m2", "spam", 0.1));

        var sum = one.result().plus(other.result());

        assertThat(sum.cases()).isEqualTo(2);
        assertThat(sum.changes().get("spam")).isEqualTo(Map.of("APPROVED→REVIEW", 2L));
        assertThat(sum.examples()).hasSize(2);
    }

    @Test
    void shouldRecordWhatTheShadowWouldDecideAndNeverFollowIt() {
        var policies = new Policies() {
            @Override
            public ModerationPolicy of(String tenantId) {
                return now;
            }

            @Override
            public ModerationPolicy shadowOf(String tenantId) {
                return strict.withVersion(4, Instant.EPOCH, "k-1");
            }
        };
        var casework = new Casework(Policy.LOCAL, (kind, text) -> score("spam", 0.1), policies);

        var decision = casework.decide(submission("m1"));

        assertThat(decision.decision()).isEqualTo(Outcome.APPROVED);
        assertThat(decision.shadow().decision()).isEqualTo(Outcome.REVIEW);
        assertThat(decision.shadow().policy()).isEqualTo(Policy.LOCAL.id() + "/shadow-4");
    }

    private static ModerationCase scored(String contentId, String category, double weight) {
        return new Casework(Policy.LOCAL, (kind, text) -> score(category, weight))
                .submit(null, submission(contentId))
                .standing();
    }

    private static Score score(String category, double weight) {
        return Score.of(List.of(new Reason("rule", category, weight, "It is so.", null)));
    }

    private static Submission submission(String contentId) {
        return new Submission(
                new Submit("acme", contentId, ContentKind.MESSAGE, "text", "ada", "rest", null, Instant.EPOCH), null);
    }
}
