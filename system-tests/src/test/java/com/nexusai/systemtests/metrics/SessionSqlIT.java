package com.nexusai.systemtests.metrics;

import static com.nexusai.systemtests.metrics.HandMadeRows.answer;
import static com.nexusai.systemtests.metrics.RawEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the SQL of sessions answers, worked out by hand. */
class SessionSqlIT {
    @Test
    void shouldOpenASessionAfterMoreThanThirtyMinutesAndNotBefore() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "T", "2026-01-31 10:00:00.000"),
                event("ada", "T", "2026-01-31 10:29:59.999"),
                event("ada", "T", "2026-01-31 10:59:59.999"),
                event("ada", "T", "2026-01-31 11:30:00.000"),
                event("bob", "T", "2026-01-31 11:00:00.000"));

        assertThat(answer(rows, "sessions", "hour"))
                .containsExactly("2026-01-31T10:00:00Z * = 1", "2026-01-31T11:00:00Z * = 2");
        assertThat(answer(rows, "session_duration", "hour"))
                .containsExactly(
                        "2026-01-31T10:00:00Z * = 1, sum 3599.999, values [3599999]",
                        "2026-01-31T11:00:00Z * = 2, sum 0, values [0, 0]");
        assertThat(answer(rows, "session_events", "hour"))
                .containsExactly("2026-01-31T10:00:00Z * = 3", "2026-01-31T11:00:00Z * = 2");
        assertThat(answer(rows, "bounces", "hour")).containsExactly("2026-01-31T11:00:00Z * = 2");
    }

    @Test
    void shouldKeepEventsWithOneSessionIdTogetherWhateverLiesBetween() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "T", "2026-01-31 10:00:00.000").in("s-1"),
                event("ada", "T", "2026-02-02 10:00:00.500").in("s-1"),
                event("bob", "T", "2026-01-31 10:00:00.000").in("s-1"),
                // no part of s-1, and the gap counts among events without a session id only
                event("ada", "T", "2026-01-31 09:50:00.000"),
                event("ada", "T", "2026-01-31 10:20:00.000"));

        assertThat(answer(rows, "session_duration", "month"))
                .containsExactly("2026-01-01T00:00:00Z * = 3, sum 174600.5, values [0, 1800000, 172800500]");
        assertThat(answer(rows, "bounces", "month")).containsExactly("2026-01-01T00:00:00Z * = 1");
    }

    @Test
    void shouldKeepEventsAtOneInstantTogetherWhenTheyOpenASession() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "T", "2026-01-31 10:00:00.000"),
                event("ada", "T", "2026-01-31 11:00:00.000"),
                event("ada", "U", "2026-01-31 11:00:00.000"),
                event("ada", "V", "2026-01-31 11:00:00.000"));

        assertThat(answer(rows, "session_events", "minute"))
                .containsExactly("2026-01-31T10:00:00Z * = 1", "2026-01-31T11:00:00Z * = 3");
    }

    @Test
    void shouldSeeNoSessionWithoutAnActor() throws Exception {
        var rows = HandMadeRows.of(
                event("", "T", "2026-01-31 10:00:00.000").in("s-1"), event("", "T", "2026-01-31 10:00:00.000"));

        assertThat(answer(rows, "sessions", "day")).isEmpty();
    }
}
