package com.nexusai.schema.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionCheckTest {
    private static final Measure COUNT = new Measure.Count();

    static Stream<MetricDefinition> sound() {
        return Stream.concat(
                Stream.of(Samples.fullMetric(), Samples.bareMetric(), Samples.funnel()),
                Stream.of(
                                new Measure.Avg("properties.a"),
                                new Measure.Min("context.a.b"),
                                new Measure.Max("properties.'a b'"),
                                new Measure.Percentile("properties.ms"),
                                new Measure.Distinct("actor"),
                                new Measure.Distinct("type"),
                                new Measure.Distinct("properties.sku"))
                        .map(measure -> Samples.metric("mine", measure)));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void shouldFindNothingWrongWithASoundDefinition(MetricDefinition definition) {
        assertThat(DefinitionCheck.faults(definition)).isEmpty();
    }

    /** They are of every tenant and have names that no tenant can give; all else must be right. */
    @Test
    void shouldFindTheBuiltInMetricsSound() {
        assertThat(Stream.concat(BuiltInMetrics.OF_EVENTS.stream(), BuiltInMetrics.OF_DECISIONS.stream()))
                .allSatisfy(metric -> assertThat(DefinitionCheck.faults(metric))
                        .extracting(Fault::field)
                        .containsExactly("tenantId", "name"));
    }

    @Test
    void shouldTellAllFaultsAtOnce() {
        var definition = new MetricDefinition(
                "a/b",
                "Mine",
                "x".repeat(501),
                "type = ",
                new Measure.Sum("amount"),
                List.of("type", "type", "plan", "properties.x"),
                0,
                true,
                true,
                1,
                Instant.EPOCH,
                null,
                Instant.EPOCH.plusSeconds(1));

        assertThat(DefinitionCheck.faults(definition))
                .extracting(Fault::field)
                .containsExactly(
                        "tenantId",
                        "name",
                        "description",
                        "filter",
                        "measure.field",
                        "dimensions",
                        "dimensions[1]",
                        "dimensions[2]",
                        "maxDimensionValues",
                        "backfillFrom");
    }

    @Test
    void shouldSayWhereInTheFilterItIsWrong() {
        var definition = new MetricDefinition(
                "acme",
                "mine",
                null,
                "type = 5 or typo = 6",
                COUNT,
                List.of(),
                1,
                true,
                true,
                1,
                Instant.EPOCH,
                null,
                null);

        assertThat(DefinitionCheck.faults(definition)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("filter");
            assertThat(fault.offset()).isEqualTo(12);
            assertThat(fault.sentence()).startsWith("'typo' is no field");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', must be 1 to 64",
        "9lives, must be 1 to 64",
        "a-b, must be 1 to 64",
        "events, is the name of a built-in metric",
        "active_users, is the name of a built-in metric",
        "funnel.mine, unless the metric is a funnel",
        "funnel_time.mine, must not start with 'funnel_time.'"
    })
    void shouldRefuseNamesThatMeanSomethingElse(String name, String sentence) {
        assertThat(faults(Samples.metric(name, COUNT)))
                .singleElement()
                .asString()
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"mine, must start with 'funnel.'", "funnel., must start", "funnel.onboarding, built-in"})
    void shouldRefuseNamesOfFunnelsThatAreNone(String name, String sentence) {
        assertThat(faults(Samples.metric(name, Samples.funnel().measure())))
                .singleElement()
                .asString()
                .contains(sentence);
    }

    @Test
    void shouldRefuseWhatIsNoFunnel() {
        var one = new Measure.Funnel(List.of("first_seen"), Duration.ZERO);
        var eleven = new Measure.Funnel(java.util.Collections.nCopies(11, "exists(actor)"), Duration.ofDays(31));
        var late = new Measure.Funnel(List.of("exists(actor)", "first_seen"), Duration.ofDays(30));

        assertThat(fields(Samples.metric("funnel.a", one))).containsExactly("measure.steps", "measure.window");
        assertThat(fields(Samples.metric("funnel.a", eleven))).containsExactly("measure.steps", "measure.window");
        assertThat(fields(Samples.metric("funnel.a", late))).containsExactly("measure.steps[1]");
    }

    @Test
    void shouldRefuseToMeasureAnIdAsANumber() {
        assertThat(fields(Samples.metric("mine", new Measure.Sum("userId")))).containsExactly("measure.field");
        assertThat(fields(Samples.metric("mine", new Measure.Distinct("")))).containsExactly("measure.field");
    }

    private static List<String> fields(MetricDefinition definition) {
        return DefinitionCheck.faults(definition).stream().map(Fault::field).toList();
    }

    private static List<String> faults(MetricDefinition definition) {
        return DefinitionCheck.faults(definition).stream()
                .map(fault -> fault.field() + " " + fault.sentence())
                .toList();
    }
}
