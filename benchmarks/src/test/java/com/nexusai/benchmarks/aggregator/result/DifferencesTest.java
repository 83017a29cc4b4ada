package com.nexusai.benchmarks.aggregator.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.aggregate.Granularity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void shouldFindNoneWhenOnlyTheFormOfANumberDiffers() {
        assertThat(Differences.between(tokens("12.50"), tokens("12.5")).none()).isTrue();
    }

    @Test
    void shouldFindAWrongValue() {
        assertThat(Differences.between(tokens("12.5"), tokens("12.6")))
                .isEqualTo(new Differences(
                        1, java.util.List.of("tokens_used/hour/acme/*/2026-01-31T12:00:00Z = 12.5, but found 12.6")));
    }

    @Test
    void shouldFindAValueThatIsMissing() {
        assertThat(Differences.between(tokens("12.5"), new Results()).count()).isOne();
    }

    @Test
    void shouldFindAValueThatIsTooMuch() {
        assertThat(Differences.between(new Results(), tokens("12.5")).count()).isOne();
    }

    @Test
    void shouldFindAUserWithAnotherFirstSeen() {
        assertThat(Differences.between(user(NOON), user(NOON.minusMillis(1))).count())
                .isOne();
        assertThat(Differences.between(user(NOON), user(NOON)).none()).isTrue();
    }

    @Test
    void shouldCountEachKindOfValue() {
        var results = tokens("1");
        results.user("acme/ada", NOON, NOON, Map.of());
        assertThat(results.sizes()).isEqualTo(Map.of("tokens_used/hour", 1L, "user", 1L));
    }

    private static Results tokens(String value) {
        var results = new Results();
        results.cell(CommonMetrics.TOKENS, Granularity.HOUR, "acme", CommonMetrics.TOTAL, NOON, new BigDecimal(value));
        return results;
    }

    private static Results user(Instant first) {
        var results = new Results();
        results.user("acme/ada", first, NOON, Map.of("USER_LOGIN", 1L));
        return results;
    }
}
