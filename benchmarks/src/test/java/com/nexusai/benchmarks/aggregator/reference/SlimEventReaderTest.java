package com.nexusai.benchmarks.aggregator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.benchmarks.aggregator.load.Events;
import com.nexusai.benchmarks.aggregator.load.Workload;
import com.nexusai.schema.event.EventWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlimEventReaderTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void shouldReadWhatTheMetricsNeed() {
        var events = new Events(new Workload(0, 10, 1_000, NOON, Duration.ZERO, 1));
        for (int i = 0; i < 1_000; i++) {
            var event = events.next(NOON);
            var properties = event.properties().tree();
            var slim = SlimEventReader.read(EventWriter.write(event));

            assertThat(slim.tenant).isEqualTo(event.tenantId());
            assertThat(slim.type).isEqualTo(event.type());
            assertThat(slim.actor).isEqualTo(event.actor());
            assertThat(slim.timestamp).isEqualTo(event.timestamp().toEpochMilli());
            assertThat(slim.tokens).isEqualTo(properties.path("tokens").asLong(0));
            assertThat(slim.isPayment()).isEqualTo(properties.has("amount"));
            if (slim.amount != null) {
                assertThat(slim.amount)
                        .isEqualByComparingTo(properties.path("amount").decimalValue());
                assertThat(slim.currency).isEqualTo(properties.path("currency").asString());
            }
        }
    }

    @Test
    void shouldGiveUserTotalsBackFromTheirBytes() {
        var totals = new UserTotals();
        totals.first = 1;
        totals.last = 2;
        totals.types.putAll(Map.of("USER_LOGIN", 3L, "FEATURE_USED", 4L));

        assertThat(UserTotals.of(totals.bytes())).usingRecursiveComparison().isEqualTo(totals);
    }
}
