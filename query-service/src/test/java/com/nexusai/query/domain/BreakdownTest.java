package com.nexusai.query.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakdownTest {
    @Test
    void shouldRankByCountAndThenByNameWhenTopIsAsked() {
        var breakdown = new Breakdown(Map.of("B", 2L, "A", 2L, "C", 4L, "D", 0L));

        assertThat(breakdown.top(3))
                .containsExactly(new Share("C", 4, 0.5), new Share("A", 2, 0.25), new Share("B", 2, 0.25));
        assertThat(breakdown.total()).isEqualTo(8);
    }

    @Test
    void shouldShareNothingWhenThereIsNothing() {
        assertThat(new Breakdown(Map.of("A", 0L)).top(1)).containsExactly(new Share("A", 0, 0));
    }
}
