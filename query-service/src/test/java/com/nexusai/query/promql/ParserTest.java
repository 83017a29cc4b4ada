package com.nexusai.query.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nexusai.query.promql.Expression.Aggregate;
import com.nexusai.query.promql.Expression.Aggregation;
import com.nexusai.query.promql.Expression.Arithmetic;
import com.nexusai.query.promql.Expression.OverTime;
import com.nexusai.query.promql.Expression.Selector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    @Test
    void shouldReadProductsBeforeSums() {
        var sum = (Arithmetic) Parser.parse("1 + 2 * -3 # why not");

        assertThat(sum.operator()).isEqualTo('+');
        assertThat(sum.right()).isEqualTo(new Arithmetic('*', new Expression.Literal(2), new Expression.Literal(-3)));
    }

    @Test
    void shouldReadGroupingBeforeAndAfterWhatIsGrouped() {
        var before = (Aggregate) Parser.parse("sum by (type, plan) (rate(x{type!=\"A\"}[1h30m]))");
        var after = (Aggregate) Parser.parse("topk(3, x) without (type)");

        assertThat(before.labels()).containsExactly("type", "plan");
        assertThat(((OverTime) before.of()).rangeMillis()).isEqualTo(90 * 60_000L);
        assertThat(after.without()).isTrue();
        assertThat(after.aggregation()).isEqualTo(Aggregation.TOPK);
        assertThat(after.parameter()).isEqualTo(3.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x{type='A'} ; A ; true",
                "x{type='A'} ; B ; false",
                "x{type!=\"A\",} ; A ; false",
                "x{type=~\"A|B.*\"} ; BCD ; true",
                "x{type=~\"B\"} ; BCD ; false",
                "x{type!~`A`} ; A ; false",
                "x{type=\"a\\\"b\"} ; a\"b ; true",
                "{__name__='x',type='A'} ; A ; true",
                "x{plan=''} ; A ; true"
            })
    void shouldMatchLabelsAsPrometheusDoes(String query, String type, boolean passes) {
        var selector = (Selector) Parser.parse(query);
        var labels = Labels.of(Map.of(Labels.NAME, "x", "type", type));

        assertThat(selector.matchers().stream().allMatch(matcher -> matcher.passes(labels)))
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "irate(x[5m])",
                "histogram_quantile(0.9, x)",
                "x offset 1h",
                "x @ 5",
                "x[5m]",
                "increase(x[5m:1m])",
                "x > 5",
                "x and y",
                "x / on (type) y",
                "x ^ 2",
                "stddev(x)",
                "\"text\""
            })
    void shouldNameWhatIsNotSupported(String query) {
        assertThatExceptionOfType(BadQuery.class)
                .isThrownBy(() -> Parser.parse(query))
                .withMessageContaining("is not supported; supported are");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sum(",
                "x{",
                "x{a}",
                "x{a=b}",
                "x{a='b",
                "{a='b'}",
                "rate(x)",
                "rate(x[5])",
                "rate(5)",
                "topk(x, 3)",
                "1 2",
                "x y",
                "1..2",
                "5d",
                "x{a=~'('}",
                "$x"
            })
    void shouldRefuseWhatIsNotUnderstood(String query) {
        assertThatExceptionOfType(BadQuery.class).isThrownBy(() -> Parser.parse(query));
    }

    @Test
    void shouldRefuseWhatIsNestedWithoutEnd() {
        var query = "(".repeat(5_000) + "1" + ")".repeat(5_000);

        assertThatExceptionOfType(BadQuery.class).isThrownBy(() -> Parser.parse(query));
        assertThat(Parser.parse("((((1))))")).isEqualTo(new Expression.Literal(1));
    }

    @Test
    void shouldReadDurationsOfSeveralUnits() {
        assertThat(List.of("5m", "1d", "1w", "90s", "1h30m", "500ms"))
                .extracting(PromDuration::millis)
                .containsExactly(300_000L, 86_400_000L, 604_800_000L, 90_000L, 5_400_000L, 500L);
    }
}
