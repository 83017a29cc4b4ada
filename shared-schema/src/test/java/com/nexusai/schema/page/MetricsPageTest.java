package com.nexusai.schema.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/metrics.md true to the names that aggregator and query agree on. */
class MetricsPageTest {
    private static final Pattern SECTION = Pattern.compile("^## `([\\w.]+)(?:\\{name})?`$", Pattern.MULTILINE);
    private static final String PAGE = Checkout.page("metrics.md");

    @Test
    void shouldExplainEveryMetricAndNoOther() {
        var metrics = Constants.codesOf(Metric.class).stream()
                .filter(name -> !name.equals("`" + Metric.TOTAL + "`"))
                .toList();

        assertThat(SECTION.matcher(PAGE).results().map(match -> "`" + match.group(1) + "`"))
                .as("the sections of docs/metrics.md, one a metric")
                .containsExactlyInAnyOrderElementsOf(metrics);
    }

    @Test
    void shouldNameEveryGranularityAndTheTotal() {
        assertThat(PAGE)
                .contains("`" + Metric.TOTAL + "`")
                .contains(Arrays.stream(Granularity.values())
                        .map(granularity -> "`" + granularity.word() + "`")
                        .toList());
    }
}
