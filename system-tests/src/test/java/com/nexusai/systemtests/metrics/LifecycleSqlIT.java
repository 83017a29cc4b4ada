package com.nexusai.systemtests.metrics;

import static com.nexusai.systemtests.metrics.HandMadeRows.answer;
import static com.nexusai.systemtests.metrics.RawEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the SQL of who is active, new, back and still there answers, worked out by hand. */
class LifecycleSqlIT {
    @Test
    void shouldCountEachActorOnceInAWindow() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "T", "2026-02-01 23:59:59.999"),
                event("ada", "T", "2026-02-01 23:59:59.999"),
                event("ada", "T", "2026-02-02 00:00:00.000"),
                event("bob", "T", "2026-02-02 00:30:00.000"),
                event("", "T", "2026-02-02 00:30:00.000"));

        assertThat(answer(rows, "active_users", "hour"))
                .containsExactly("2026-02-01T23:00:00Z * = 1", "2026-02-02T00:00:00Z * = 2");
        // Monday is the second of February
        assertThat(answer(rows, "active_users", "week"))
                .containsExactly("2026-01-26T00:00:00Z * = 1", "2026-02-02T00:00:00Z * = 2");
        assertThat(answer(rows, "active_users", "month")).containsExactly("2026-02-01T00:00:00Z * = 2");
        assertThat(answer(rows, "active_users", "minute")).isEmpty();
    }

    @Test
    void shouldTellNewFromReturningFromResurrected() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "T", "2026-01-30 10:00:00.000"),
                event("ada", "T", "2026-01-31 10:00:00.000"),
                event("ada", "T", "2026-02-02 10:00:00.000"),
                event("bob", "T", "2026-02-02 10:00:00.000"),
                event("bob", "T", "2026-02-02 11:00:00.000"),
                event("eve", "T", "2026-01-10 10:00:00.000"),
                event("eve", "T", "2026-03-01 10:00:00.000"));

        assertThat(answer(rows, "new_users", "day"))
                .containsExactly(
                        "2026-01-10T00:00:00Z * = 1", "2026-01-30T00:00:00Z * = 1", "2026-02-02T00:00:00Z * = 1");
        assertThat(answer(rows, "returning_users", "day")).containsExactly("2026-01-31T00:00:00Z * = 1");
        assertThat(answer(rows, "resurrected_users", "day"))
                .containsExactly("2026-02-02T00:00:00Z * = 1", "2026-03-01T00:00:00Z * = 1");
        assertThat(answer(rows, "new_users", "week"))
                .containsExactly(
                        "2026-01-05T00:00:00Z * = 1", "2026-01-26T00:00:00Z * = 1", "2026-02-02T00:00:00Z * = 1");
        assertThat(answer(rows, "returning_users", "week")).containsExactly("2026-02-02T00:00:00Z * = 1");
        assertThat(answer(rows, "resurrected_users", "week")).containsExactly("2026-02-23T00:00:00Z * = 1");
        assertThat(answer(rows, "new_users", "month"))
                .containsExactly("2026-01-01T00:00:00Z * = 2", "2026-02-01T00:00:00Z * = 1");
        assertThat(answer(rows, "returning_users", "month")).containsExactly("2026-02-01T00:00:00Z * = 1");
        assertThat(answer(rows, "resurrected_users", "month")).containsExactly("2026-03-01T00:00:00Z * = 1");
    }

    @Test
    void shouldSeeReturningAcrossTheEndOfAYear() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "T", "2025-12-31 23:59:59.999"), event("ada", "T", "2026-01-01 00:00:00.000"));

        assertThat(answer(rows, "returning_users", "day")).containsExactly("2026-01-01T00:00:00Z * = 1");
        assertThat(answer(rows, "returning_users", "month")).containsExactly("2026-01-01T00:00:00Z * = 1");
        // the thirty-first of December is in the first ISO week of 2026
        assertThat(answer(rows, "new_users", "week")).containsExactly("2025-12-29T00:00:00Z * = 1");
        assertThat(answer(rows, "returning_users", "week")).isEmpty();
    }

    @Test
    void shouldCountACohortAsManyPeriodsLaterAsItWasActive() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "T", "2026-01-31 23:00:00.000"),
                event("ada", "T", "2026-02-01 01:00:00.000"),
                event("ada", "T", "2026-02-01 02:00:00.000"),
                event("ada", "T", "2026-02-03 01:00:00.000"),
                event("bob", "T", "2026-01-31 00:00:00.000"),
                event("bob", "T", "2026-02-09 01:00:00.000"));

        assertThat(answer(rows, "retention", "day"))
                .containsExactly(
                        "2026-01-31T00:00:00Z 0 = 2",
                        "2026-01-31T00:00:00Z 1 = 1",
                        "2026-01-31T00:00:00Z 3 = 1",
                        "2026-01-31T00:00:00Z 9 = 1");
        assertThat(answer(rows, "retention", "week"))
                .containsExactly(
                        "2026-01-26T00:00:00Z 0 = 2", "2026-01-26T00:00:00Z 1 = 1", "2026-01-26T00:00:00Z 2 = 1");
    }

    @Test
    void shouldCountWhoIsActiveNowInTheMinuteOfTheLatestEventOnly() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "T", "2026-01-31 10:00:00.000"),
                event("ada", "T", "2026-01-31 10:03:59.999"),
                event("bob", "T", "2026-01-31 10:00:30.000"));

        assertThat(answer(rows, "active_now", "minute"))
                .containsExactly("2026-01-31T10:00:00Z * = 1", "2026-01-31T10:03:00Z * = 1");
    }

    @Test
    void shouldKnowWhatAnActorDid() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "MESSAGE_SENT", "2026-01-31 23:00:00.000").with("{\"tokens\":7}"),
                event("ada", "PAYMENT_COMPLETED", "2026-01-31 23:00:01.500")
                        .with("{\"amount\":\"9.99\",\"currency\":\"EUR\"}"),
                event("ada", "PAYMENT_COMPLETED", "2026-02-02 23:00:01.500").with("{\"amount\":1}"));

        assertThat(rows.profiles())
                .containsExactly(new Profile(
                        "acme",
                        "ada",
                        1_769_900_400_000L,
                        1_770_073_201_500L,
                        3,
                        Map.of("MESSAGE_SENT", 1L, "PAYMENT_COMPLETED", 2L),
                        1,
                        new BigDecimal("7"),
                        2,
                        Map.of("EUR", new BigDecimal("9.99"), "(none)", new BigDecimal("1")),
                        Map.of(LocalDate.parse("2026-01-31"), 2L, LocalDate.parse("2026-02-02"), 1L),
                        2,
                        1500));
    }
}
