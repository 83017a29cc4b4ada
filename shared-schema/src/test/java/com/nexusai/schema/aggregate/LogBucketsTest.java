package com.nexusai.schema.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LogBucketsTest {
    @Property
    void shouldKeepAValueWithinOnePercent(@ForAll @DoubleRange(min = -8, max = 18) double size) {
        double value = Math.pow(10, size);

        assertThat(LogBuckets.middle(LogBuckets.of(value))).isCloseTo(value, within(value / 99));
        assertThat(LogBuckets.middle(LogBuckets.of(-value))).isCloseTo(-value, within(value / 99));
    }

    @Test
    void shouldKeepZeroAsZero() {
        assertThat(LogBuckets.middle(LogBuckets.of(0))).isZero();
    }

    @Test
    void shouldReadQuantilesInTheOrderOfValues() {
        var histogram = Map.of(LogBuckets.of(-5), 1L, LogBuckets.of(0), 1L, LogBuckets.of(100), 2L);

        assertThat(LogBuckets.quantile(histogram, 0).orElseThrow()).isCloseTo(-5, within(0.05));
        assertThat(LogBuckets.quantile(histogram, 0.5).orElseThrow()).isZero();
        assertThat(LogBuckets.quantile(histogram, 1).orElseThrow()).isCloseTo(100, within(1.0));
        assertThat(LogBuckets.quantile(Map.of(), 0.5)).isEmpty();
    }
}
