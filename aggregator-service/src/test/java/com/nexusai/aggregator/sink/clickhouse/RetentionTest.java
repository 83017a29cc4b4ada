package com.nexusai.aggregator.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.kit.config.Env;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant EVENING = Instant.parse("2026-01-31T23:00:00Z");

    @Test
    void shouldKeepForWholeDaysAfterTheDayItHappenedOn() {
        assertThat(Retention.USUAL.end(Kept.EVENTS, "acme", EVENING)).isEqualTo(LocalDate.parse("2026-05-02"));
        assertThat(Retention.USUAL.end(Kept.AGGREGATES, "acme", EVENING)).isEqualTo(LocalDate.parse("2027-02-01"));
    }

    @Test
    void shouldKeepATenantsRowsAsLongAsThatTenantWants() {
        var retention = Retention.from(Env.of(Map.of(
                "RETENTION_EVENTS_DAYS",
                "10",
                "RETENTION_OVERRIDES",
                "acme:events=30, acme:audit=3650,globex:events=1")));

        assertThat(retention.end(Kept.EVENTS, "acme", EVENING)).isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(retention.end(Kept.EVENTS, "globex", EVENING)).isEqualTo(LocalDate.parse("2026-02-02"));
        assertThat(retention.end(Kept.EVENTS, "default", EVENING)).isEqualTo(LocalDate.parse("2026-02-11"));
        assertThat(retention.end(Kept.AUDIT, "acme", EVENING)).isEqualTo(LocalDate.parse("2036-01-30"));
        assertThat(retention.end(Kept.SESSIONS, "acme", EVENING)).isEqualTo(LocalDate.parse("2027-02-01"));
    }

    @Test
    void shouldNameEveryOverrideThatIsNotUnderstood() {
        var env = Env.of(Map.of("RETENTION_OVERRIDES", "acme:events=0,acme:everything=3,acme,a:events=1=2,a:events=x"));
        Retention.from(env);

        assertThatThrownBy(env::check)
                .hasMessageContaining("acme:events=0")
                .hasMessageContaining("acme:everything=3")
                .hasMessageContaining("'acme'")
                .hasMessageContaining("a:events=1=2")
                .hasMessageContaining("a:events=x");
    }
}
