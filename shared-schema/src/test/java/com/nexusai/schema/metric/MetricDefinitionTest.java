package com.nexusai.schema.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricDefinitionTest {
    @Test
    void shouldHaveTheUsualValuesWhereSomeAreLeftOut() {
        var metric = read("""
                {"tenantId":"acme","name":"mine","measure":{"kind":"count"},"revision":1,"createdAt":"2026-01-31T09:30:00Z"}
                """);

        assertThat(metric.dimensions()).isEmpty();
        assertThat(metric.maxDimensionValues()).isEqualTo(1000);
        assertThat(metric.total()).isTrue();
        assertThat(metric.enabled()).isTrue();
        assertThat(metric.topicKey()).isEqualTo("acme/mine");
        assertThat(DefinitionCheck.faults(metric)).isEmpty();
    }

    @Test
    void shouldReadAWindowAsPeopleWriteIt() {
        var metric = read("""
                {"tenantId":"acme","name":"funnel.a","createdAt":"2026-01-31T09:30:00Z",
                 "measure":{"kind":"funnel","steps":["first_seen","exists(actor)"],"window":"P7D"}}
                """);

        assertThat(((Measure.Funnel) metric.measure()).window()).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"measure\":{\"kind\":\"count\"}}",
                "{\"measure\":{\"kind\":\"median\"},\"createdAt\":\"2026-01-31T09:30:00Z\"}",
                "{\"measure\":{},\"createdAt\":\"2026-01-31T09:30:00Z\"}",
                "[]"
            })
    void shouldNotReadWhatIsNoDefinition(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(SerializationException.class);
    }

    @Test
    void shouldReadWhatLacksAFieldSoThatTheFaultCanBeTold() {
        var metric = read("{\"measure\":{\"kind\":\"sum\"},\"createdAt\":\"2026-01-31T09:30:00Z\"}");

        assertThat(DefinitionCheck.faults(metric))
                .extracting(Fault::field)
                .containsExactly("tenantId", "name", "measure.field");
    }

    private static MetricDefinition read(String json) {
        return Topics.METRIC_DEFINITIONS
                .valueSerde()
                .deserializer()
                .deserialize("metric-definitions", json.getBytes(UTF_8));
    }
}
