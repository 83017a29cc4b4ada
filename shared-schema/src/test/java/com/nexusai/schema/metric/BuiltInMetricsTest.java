package com.nexusai.schema.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.aggregate.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BuiltInMetricsTest {
    @Test
    void shouldKeepEveryNameThatTheFleetGives() {
        var given = Arrays.stream(Metric.class.getFields())
                .map(BuiltInMetricsTest::value)
                .filter(name -> !List.of(Metric.TOTAL, Metric.FUNNEL, Metric.FUNNEL_TIME)
                        .contains(name));

        assertThat(given)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(BuiltInMetrics.NAMES).contains(name));
    }

    private static String value(java.lang.reflect.Field field) {
        try {
            return Objects.requireNonNull((String) field.get(null));
        } catch (IllegalAccessException problem) {
            throw new AssertionError(problem);
        }
    }
}
