package com.nexusai.query.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.domain.MetricShape;
import com.nexusai.query.domain.MetricShapes;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromCatalogueTest {
    private final PromCatalogue builtIn = new PromCatalogue(MetricShapes.ofEveryTenant());

    @Test
    void shouldNameTotalsBreakdownsWindowsAndFigures() {
        assertThat(builtIn.all())
                .extracting(PromMetric::name)
                .contains(
                        "events",
                        "events_by_type",
                        "revenue_by_currency",
                        "revenue_by_currency_count",
                        "active_users_day",
                        "active_users_month",
                        "session_duration",
                        "session_duration_p95",
                        "funnel:onboarding_by_step",
                        "subscriptions_started_by_plan")
                .doesNotContain("revenue", "active_users", "funnel:onboarding");
    }

    @Test
    void shouldLoseNoFigureOfABuiltInMetricToAName() {
        int figures = 0;
        for (var shape : MetricShapes.ofEveryTenant()) {
            int windows = shape.additive() ? 1 : shape.granularities().size();
            int forms = (shape.total() ? 1 : 0) + (shape.dimensions().isEmpty() ? 0 : 1);
            figures += windows * forms * shape.figures().size();
        }

        assertThat(builtIn.all()).hasSize(figures);
    }

    @Test
    void shouldGiveNamesThatPrometheusTakes() {
        assertThat(builtIn.all()).allSatisfy(metric -> {
            assertThat(metric.name()).matches("[a-zA-Z_:][a-zA-Z0-9_:]*");
            assertThat(metric.labels()).allMatch(label -> label.matches("[a-zA-Z_][a-zA-Z0-9_]*"));
        });
    }

    @Test
    void shouldKeepTheNamesOfBuiltInMetricsWhateverATenantDefines() {
        var shapes = new ArrayList<>(List.of(own("events_by_type"), own("logins", "properties.plan", "context.plan")));
        shapes.addAll(MetricShapes.ofEveryTenant());
        var catalogue = new PromCatalogue(shapes);

        assertThat(catalogue.find("events_by_type").orElseThrow().shape().name())
                .isEqualTo("events");
        assertThat(catalogue.find("logins_by_plan_context_plan").orElseThrow().labels())
                .containsExactly("plan", "context_plan");
    }

    @Test
    void shouldPutTheValuesOfAGroupIntoLabels() {
        var metric = new PromCatalogue(List.of(own("logins", "properties.plan", "properties.a-b")))
                .find("logins_by_plan_a_b")
                .orElseThrow();

        assertThat(metric.labelled("pro/x%2Fy").values())
                .isEqualTo(Map.of("__name__", "logins_by_plan_a_b", "plan", "pro", "a_b", "x/y"));
        assertThat(metric.finest()).isEqualTo(Granularity.MINUTE);
    }

    private static MetricShape own(String name, String... dimensions) {
        return MetricShapes.of(new MetricDefinition(
                "acme",
                name,
                null,
                null,
                new Measure.Count(),
                List.of(dimensions),
                100,
                true,
                true,
                1,
                Instant.EPOCH,
                null,
                null));
    }
}
