package com.nexusai.aggregator.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.domain.metric.Catalogue;
import com.nexusai.aggregator.domain.metric.LiveMetric;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoundDefinitionsTest {
    private final Catalogue catalogue = Catalogue.builtIn();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SoundDefinitions definitions = new SoundDefinitions(catalogue, new DefinitionMeters(meters));

    @Test
    void shouldFollowWhatIsDefinedAndTakenBack() {
        definitions.changed("acme/a", metric("a", null, true));
        definitions.changed("acme/b", metric("b", null, true));
        assertThat(live()).containsExactly("a", "b");
        assertThat(meters.get("metric.definitions.live").gauge().value()).isEqualTo(2);

        definitions.changed("acme/a", null);
        definitions.changed("acme/b", metric("b", null, false));

        assertThat(live()).isEmpty();
        assertThat(meters.get("metric.definitions.live").gauge().value()).isZero();
        assertThat(refused()).isZero();
    }

    @Test
    void shouldKeepTheLastSoundOne() {
        definitions.changed("acme/a", metric("a", "type = 'A'", true));

        definitions.changed("acme/a", metric("a", "type = ", true));

        assertThat(catalogue.metricsOf("acme"))
                .singleElement()
                .satisfies(metric -> assertThat(metric.definition().filter()).isEqualTo("type = 'A'"));
        assertThat(refused()).isOne();
    }

    @Test
    void shouldRefuseADefinitionThatLiesUnderTheKeyOfAnother() {
        definitions.changed("other/a", metric("a", null, true));
        definitions.changed("acme/b", metric("a", null, true));

        assertThat(live()).isEmpty();
        assertThat(catalogue.metricsOf("other")).isEmpty();
        assertThat(refused()).isEqualTo(2);
    }

    @Test
    void shouldLeaveOutTheNewestWhereThereAreTooMany() {
        for (int i = 0; i <= MetricDefinition.MOST_PER_TENANT; i++) {
            definitions.changed("acme/m" + i, metric("m" + i, null, true, MetricDefinition.MOST_PER_TENANT - i));
        }

        assertThat(live())
                .hasSize(MetricDefinition.MOST_PER_TENANT)
                .doesNotContain("m0")
                .contains("m1");
        assertThat(refused()).isOne();
    }

    @Test
    void shouldForgetWhatWasNeverKnown() {
        definitions.changed("acme/a", null);

        assertThat(live()).isEmpty();
    }

    private List<String> live() {
        return catalogue.metricsOf("acme").stream().map(LiveMetric::name).toList();
    }

    private double refused() {
        return meters.get("metric.definitions.refused").counter().count();
    }

    private static MetricDefinition metric(String name, @Nullable String filter, boolean enabled) {
        return metric(name, filter, enabled, 0);
    }

    private static MetricDefinition metric(String name, @Nullable String filter, boolean enabled, int age) {
        return new MetricDefinition(
                "acme",
                name,
                null,
                filter,
                new Measure.Count(),
                List.of(),
                1000,
                true,
                enabled,
                1,
                Instant.EPOCH.plusSeconds(age),
                null,
                null);
    }
}
