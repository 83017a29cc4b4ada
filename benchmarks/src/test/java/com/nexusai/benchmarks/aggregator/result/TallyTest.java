package com.nexusai.benchmarks.aggregator.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void shouldCountEachMetricInItsWindows() {
        tally.add(event("MESSAGE_SENT", "ada", "2026-01-30T23:59:59.999Z", "{\"tokens\":7}"));
        tally.add(event("PAYMENT_COMPLETED", "ada", "2026-01-31T00:00:00Z", "{\"amount\":9.90,\"currency\":\"EUR\"}"));
        tally.add(event("PAYMENT_COMPLETED", "bob", "2026-01-31T09:30:00Z", "{\"amount\":0.2,\"currency\":\"EUR\"}"));

        assertThat(tally.results().values())
                .containsEntry("events/minute/acme/MESSAGE_SENT/2026-01-30T23:59:00Z", "1")
                .containsEntry("events/day/acme/*/2026-01-31T00:00:00Z", "2")
                .containsEntry("tokens_used/hour/acme/*/2026-01-30T23:00:00Z", "7")
                .containsEntry("revenue/day/acme/EUR/2026-01-31T00:00:00Z", "10.1")
                .containsEntry("active_users/day/acme/*/2026-01-30T00:00:00Z", "1")
                .containsEntry("active_users/day/acme/*/2026-01-31T00:00:00Z", "2")
                .containsEntry(
                        "user/acme/ada",
                        "2026-01-30T23:59:59.999Z 2026-01-31T00:00:00Z MESSAGE_SENT=1,PAYMENT_COMPLETED=1")
                .doesNotContainKey("revenue/day/acme/*/2026-01-31T00:00:00Z");
    }

    private static Event event(String type, String user, String at, String properties) {
        return new Event(
                "e",
                "acme",
                type,
                user,
                null,
                null,
                Instant.parse(at),
                Instant.parse(at),
                RawJson.of(properties),
                RawJson.EMPTY_OBJECT,
                null,
                Map.of());
    }
}
