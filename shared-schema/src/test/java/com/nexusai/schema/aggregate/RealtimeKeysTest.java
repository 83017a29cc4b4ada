package com.nexusai.schema.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RealtimeKeysTest {
    @Test
    void shouldNameTheCounterOfATypeAndOfTheTotalByUtcDay() {
        assertThat(RealtimeKeys.of(day("USER_LOGIN"))).contains("acme:metrics:events:USER_LOGIN:2026-01-31");
        assertThat(RealtimeKeys.of(day(Metric.TOTAL))).contains("acme:metrics:events:total:2026-01-31");
    }

    @Test
    void shouldNotTakeATypeForTheTotal() {
        assertThat(RealtimeKeys.of(day("total"))).isNotEqualTo(RealtimeKeys.of(day(Metric.TOTAL)));
        assertThat(RealtimeKeys.of(day("%total"))).isNotEqualTo(RealtimeKeys.of(day("total")));
    }

    @Test
    void shouldNameTheCounterOfActiveUsersAndOfAUser() {
        assertThat(RealtimeKeys.of(cell(Metric.ACTIVE_USERS, Granularity.DAY, Metric.TOTAL)))
                .contains("acme:metrics:active_users:2026-01-31");
        assertThat(RealtimeKeys.userEvents("acme", "ada", LocalDate.parse("2026-01-31")))
                .isEqualTo("acme:metrics:user:ada:events:2026-01-31");
    }

    @Test
    void shouldHaveNoCounterForOtherWindowsAndMetrics() {
        assertThat(RealtimeKeys.of(cell(Metric.EVENTS, Granularity.HOUR, Metric.TOTAL)))
                .isEmpty();
        assertThat(RealtimeKeys.of(cell(Metric.ACTIVE_USERS, Granularity.WEEK, Metric.TOTAL)))
                .isEmpty();
        assertThat(RealtimeKeys.of(cell(Metric.REVENUE, Granularity.DAY, "EUR")))
                .isEmpty();
    }

    private static Cell day(String type) {
        return cell(Metric.EVENTS, Granularity.DAY, type);
    }

    private static Cell cell(String metric, Granularity granularity, String dimension) {
        var start = Instant.parse("2026-01-31T00:00:00Z");
        return Cell.count(new Series("acme", metric, granularity, dimension).at(start), 0, 0, start);
    }
}
