package com.nexusai.aggregator.domain.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.domain.filter.EventFields;
import com.nexusai.aggregator.domain.filter.TestEvent;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.builtIn();
    private final EventFields fields = new EventFields();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "USER_LOGIN             | {}                                  | events USER_LOGIN +1",
                "MESSAGE_SENT           | {}                                  | events MESSAGE_SENT +1; messages_sent * +1; funnel.onboarding steps 100",
                "MESSAGE_SENT           | {\"tokens\":12}                     | events MESSAGE_SENT +1; messages_sent * +1; tokens_used * 12000000000; funnel.onboarding steps 100",
                "MESSAGE_RECEIVED       | {\"tokens\":\"0.5\"}                | events MESSAGE_RECEIVED +1; tokens_used * 500000000",
                "PAYMENT_COMPLETED      | {\"amount\":9.99,\"currency\":\"EUR\"} | events PAYMENT_COMPLETED +1; revenue EUR 9990000000; payments_completed * +1; paying_users * actor; funnel.onboarding steps 10000",
                "PAYMENT_COMPLETED      | {\"amount\":1e10}                   | events PAYMENT_COMPLETED +1; revenue (none) large 10000000000000000000; payments_completed * +1; paying_users * actor; funnel.onboarding steps 10000",
                "PAYMENT_COMPLETED      | {\"amount\":\"free\"}               | events PAYMENT_COMPLETED +1; payments_completed * +1; paying_users * actor; funnel.onboarding steps 10000",
                "PAYMENT_FAILED         | {\"amount\":9.99}                   | events PAYMENT_FAILED +1; payments_failed * +1",
                "SUBSCRIPTION_CREATED   | {\"plan\":\"*\"}                    | events SUBSCRIPTION_CREATED +1; subscriptions_started %2A +1; funnel.onboarding steps 1000",
                "SUBSCRIPTION_CANCELLED | {}                                  | events SUBSCRIPTION_CANCELLED +1; subscriptions_cancelled (none) +1",
                "FEATURE_USED           | {\"feature\":\"a/b\"}               | events FEATURE_USED +1; feature_usage a/b +1",
                "MEDIA_UPLOADED         | {\"kind\":\"image\"}                | events MEDIA_UPLOADED +1; media_uploads image +1",
                "CONVERSATION_STARTED   | {}                                  | events CONVERSATION_STARTED +1; funnel.onboarding steps 10"
            })
    void shouldCountTheBuiltInMetrics(String type, String properties, String contributions) {
        assertThat(contributionsOf(TestEvent.of(type, properties))).containsExactly(contributions.split("; "));
    }

    @Test
    void shouldCountNobodyAsNoActor() {
        assertThat(contributionsOf(new TestEvent("e", "PAYMENT_COMPLETED", null, "{\"amount\":1}", "{}")))
                .containsExactly("events PAYMENT_COMPLETED +1", "revenue (none) 1000000000", "payments_completed * +1");
    }

    @Test
    void shouldCountDecisionsApartFromEvents() {
        var recorded = new Recorded();

        catalogue.decisionPlan().apply(TestEvent.of("any", "{\"decision\":\"APPROVED\"}"), fields, recorded);

        assertThat(recorded.lines).containsExactly("moderation_outcomes APPROVED +1");
    }

    @Test
    void shouldMeasureWhatATenantDefined() {
        catalogue.replace(
                "acme",
                List.of(
                        metric("big", "properties.n > 1", new Measure.Avg("properties.n"), "properties.plan", "type"),
                        metric("plans", "type = 'A'", new Measure.Distinct("properties.plan"), "context.os"),
                        metric("slow", null, new Measure.Percentile("properties.n")),
                        metric("never", "type = 'B'", new Measure.Count()),
                        metric(
                                "funnel.f",
                                "properties.n > 0",
                                new Measure.Funnel(
                                        List.of("type = 'A'", "properties.plan = 'a/%'", "type = 'B'"),
                                        Duration.ofDays(1)))));

        assertThat(contributionsOf(TestEvent.of("A", "{\"n\":2,\"plan\":\"a/%\"}")))
                .containsExactly(
                        "events A +1",
                        "big a%2F%25/A 2000000000",
                        "plans (none) value a/%",
                        "slow * 2000000000",
                        "funnel.f steps 11");
        assertThat(catalogue.planFor("other", "A").metrics())
                .extracting(LiveMetric::name)
                .containsExactly("events");
    }

    @Test
    void shouldPlanOnlyWhatTheTypeCanCountIn() {
        catalogue.replace(
                "acme",
                List.of(
                        metric("a", "type in ('A', 'B') and properties.n > 1", new Measure.Count()),
                        metric("b", "not type = 'A' or exists(context.os)", new Measure.Count()),
                        metric("c", "type starts with 'C_'", new Measure.Count())));

        assertThat(names("A")).containsExactly("events", "a", "b");
        assertThat(names("B")).containsExactly("events", "a", "b");
        assertThat(names("C_1")).containsExactly("events", "b", "c");
    }

    @Test
    void shouldShareOnePlanAmongTypesThatNobodyAskedFor() {
        catalogue.replace("acme", List.of(metric("a", "type in ('A', 'B')", new Measure.Count())));

        assertThat(catalogue.planFor("acme", "X-1"))
                .isSameAs(catalogue.planFor("acme", "X-2"))
                .isNotSameAs(catalogue.planFor("acme", "A"));
        assertThat(catalogue.planFor("acme", "A")).isSameAs(catalogue.planFor("acme", "A"));
    }

    @Test
    void shouldKeepTheObjectOfAMetricThatDidNotChange() {
        var kept = metric("kept", null, new Measure.Count());
        catalogue.replace("acme", List.of(kept, metric("changed", null, new Measure.Count())));
        var before = catalogue.metricsOf("acme");

        catalogue.replace("acme", List.of(kept, metric("changed", "type = 'A'", new Measure.Count())));

        assertThat(catalogue.metricsOf("acme").getFirst()).isSameAs(before.getFirst());
        assertThat(catalogue.metricsOf("acme").getLast()).isNotSameAs(before.getLast());
    }

    @Test
    void shouldGoBackToTheBuiltInOnes() {
        catalogue.replace("acme", List.of(metric("a", null, new Measure.Count())));

        catalogue.replace("acme", List.of());

        assertThat(catalogue.metricsOf("acme")).isEmpty();
        assertThat(names("A")).containsExactly("events");
    }

    private List<String> names(String type) {
        return catalogue.planFor("acme", type).metrics().stream()
                .map(LiveMetric::name)
                .toList();
    }

    private List<String> contributionsOf(TestEvent event) {
        var recorded = new Recorded();
        catalogue.planFor(event.tenantId(), event.type()).apply(event, fields, recorded);
        return recorded.lines;
    }

    private static MetricDefinition metric(
            String name, @Nullable String filter, Measure measure, String... dimensions) {
        return new MetricDefinition(
                "acme",
                name,
                null,
                filter,
                measure,
                List.of(dimensions),
                1000,
                true,
                true,
                1,
                Instant.EPOCH,
                null,
                null);
    }
}
