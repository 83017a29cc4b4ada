package com.nexusai.schema.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RealtimeKeysTest {
    @Test
    void shouldNameTheCounterOfATypeAndOfTheTotalByUtcDay() {
        assertThat(RealtimeKeys.of(day("USER_LOGIN"))).isEqualTo("acme:metrics:events:USER_LOGIN:2026-01-31");
        assertThat(RealtimeKeys.of(day(Metric.TOTAL))).isEqualTo("acme:metrics:events:total:2026-01-31");
    }

    @Test
    void shouldNotTakeATypeForTheTotal() {
        assertThat(RealtimeKeys.of(day("total"))).isNotEqualTo(RealtimeKeys.of(day(Metric.TOTAL)));
        assertThat(RealtimeKeys.of(day("%total"))).isNotEqualTo(RealtimeKeys.of(day("total")));
    }

    private static Cell day(String dimension) {
        var start = Instant.parse("2026-01-31T00:00:00Z");
        return Cell.count(new Series("acme", Metric.EVENTS, Granularity.DAY, dimension).at(start), 0, 0, start);
    }
}
