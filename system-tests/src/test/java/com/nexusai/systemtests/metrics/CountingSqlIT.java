package com.nexusai.systemtests.metrics;

import static com.nexusai.systemtests.metrics.HandMadeRows.answer;
import static com.nexusai.systemtests.metrics.RawEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the SQL of counts and sums answers, worked out by hand. */
class CountingSqlIT {
    @Test
    void shouldCountEventsByTypeAndInTotalInWindowsOfUtc() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "LOGIN", "2026-01-31 23:59:59.999"),
                event("", "LOGIN", "2026-02-01 00:00:00.000"),
                event("ada", "a/b", "2026-02-01 00:00:00.001"));

        assertThat(answer(rows, "events", "minute"))
                .containsExactly(
                        "2026-01-31T23:59:00Z * = 1",
                        "2026-01-31T23:59:00Z LOGIN = 1",
                        "2026-02-01T00:00:00Z * = 2",
                        "2026-02-01T00:00:00Z LOGIN = 1",
                        "2026-02-01T00:00:00Z a/b = 1");
        assertThat(answer(rows, "events", "month"))
                .containsExactly(
                        "2026-01-01T00:00:00Z * = 1",
                        "2026-01-01T00:00:00Z LOGIN = 1",
                        "2026-02-01T00:00:00Z * = 2",
                        "2026-02-01T00:00:00Z LOGIN = 1",
                        "2026-02-01T00:00:00Z a/b = 1");
        assertThat(answer(rows, "events", "week")).isEmpty();
    }

    @Test
    void shouldCountOneRowWhereTheSinkWroteItTwice() throws Exception {
        var row = event("ada", "LOGIN", "2026-01-31 10:00:00.000");
        var rows = HandMadeRows.empty();
        for (int time = 0; time < 2; time++) {
            rows.execute("INSERT INTO events " + RawEvent.COLUMNS + " VALUES " + row.values("e-1"), "analytics");
            rows.execute(
                    "INSERT INTO events " + RawEvent.COLUMNS + " VALUES " + row.values("other-" + time), "analytics");
        }
        rows.prepare();

        assertThat(answer(rows, "events", "day"))
                .containsExactly("2026-01-31T00:00:00Z * = 3", "2026-01-31T00:00:00Z LOGIN = 3");
    }

    @Test
    void shouldSumRevenueToTheLastDigitByCurrency() throws Exception {
        var rows = HandMadeRows.of(
                paid("{\"amount\":0.1,\"currency\":\"EUR\"}"),
                paid("{\"currency\":\"EUR\",\"amount\":\"0.2\"}"),
                paid("{\"cart\":{\"amount\":7},\"amount\" : 123456789012345678.123456789 ,\"currency\":\"EUR\"}"),
                paid("{\"amount\":0.0000000005,\"currency\":\"USD\"}"),
                paid("{\"amount\":0.0000000015,\"currency\":\"USD\"}"),
                paid("{\"amount\":-1e2,\"currency\":\"JPY\"}"),
                paid("{\"amount\":5}"));

        assertThat(answer(rows, "revenue", "day"))
                .containsExactly(
                        "2026-01-31T00:00:00Z (none) = 1, sum 5",
                        "2026-01-31T00:00:00Z EUR = 3, sum 123456789012345678.423456789",
                        "2026-01-31T00:00:00Z JPY = 1, sum -100",
                        "2026-01-31T00:00:00Z USD = 2, sum 0.000000002");
        assertThat(answer(rows, "payments_completed", "day")).containsExactly("2026-01-31T00:00:00Z * = 7");
    }

    @Test
    void shouldLeaveOutOfASumWhatIsNotNumeric() throws Exception {
        var rows = HandMadeRows.of(
                paid("{\"amount\":\"free\"}"),
                paid("{\"amount\":\"\"}"),
                paid("{\"amount\":\"1e3\"}"),
                paid("{\"amount\":\"12,5\"}"),
                paid("{\"amount\":true}"),
                paid("{\"amount\":null}"),
                paid("{\"amount\":{\"amount\":3}}"),
                paid("{\"amount\":1000000000000000000}"),
                paid("{\"amount\":\"-1000000000000000000\"}"),
                paid("{}"));

        assertThat(answer(rows, "revenue", "day")).isEmpty();
        assertThat(answer(rows, "payments_completed", "day")).containsExactly("2026-01-31T00:00:00Z * = 10");
        assertThat(answer(rows, "paying_users", "day")).containsExactly("2026-01-31T00:00:00Z * = 1");
    }

    @Test
    void shouldSumTheTokensOfMessagesOnly() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "MESSAGE_SENT", "2026-01-31 10:00:00.000").with("{\"tokens\":10}"),
                event("ada", "MESSAGE_RECEIVED", "2026-01-31 10:00:01.000").with("{\"tokens\":\"32\"}"),
                event("ada", "MESSAGE_SENT", "2026-01-31 10:00:02.000").with("{\"tokens\":\"many\"}"),
                event("ada", "FEATURE_USED", "2026-01-31 10:00:03.000").with("{\"tokens\":100}"));

        assertThat(answer(rows, "tokens_used", "hour")).containsExactly("2026-01-31T10:00:00Z * = 2, sum 42");
        assertThat(answer(rows, "messages_sent", "hour")).containsExactly("2026-01-31T10:00:00Z * = 2");
    }

    @Test
    void shouldCountByADimensionOfItsOwn() throws Exception {
        var rows = HandMadeRows.of(
                event("a", "FEATURE_USED", "2026-01-31 10:00:00.000").with("{\"feature\":\"voice/beta\"}"),
                event("a", "FEATURE_USED", "2026-01-31 10:00:01.000").with("{}"),
                event("a", "MEDIA_UPLOADED", "2026-01-31 10:00:02.000").with("{\"kind\":\"image\"}"),
                event("a", "SUBSCRIPTION_CREATED", "2026-01-31 10:00:03.000").with("{\"plan\":\"pro\"}"),
                event("a", "SUBSCRIPTION_CANCELLED", "2026-01-31 10:00:04.000").with("{\"plan\":\"pro\"}"),
                event("a", "PAYMENT_FAILED", "2026-01-31 10:00:05.000").with("{\"plan\":\"pro\"}"));

        assertThat(answer(rows, "feature_usage", "day"))
                .containsExactly(
                        "2026-01-31T00:00:00Z (none) = 1",
                        "2026-01-31T00:00:00Z * = 2",
                        "2026-01-31T00:00:00Z voice/beta = 1");
        assertThat(answer(rows, "media_uploads", "day"))
                .containsExactly("2026-01-31T00:00:00Z * = 1", "2026-01-31T00:00:00Z image = 1");
        assertThat(answer(rows, "subscriptions_started", "day"))
                .containsExactly("2026-01-31T00:00:00Z * = 1", "2026-01-31T00:00:00Z pro = 1");
        assertThat(answer(rows, "subscriptions_cancelled", "day"))
                .containsExactly("2026-01-31T00:00:00Z * = 1", "2026-01-31T00:00:00Z pro = 1");
        assertThat(answer(rows, "payments_failed", "day")).containsExactly("2026-01-31T00:00:00Z * = 1");
    }

    @Test
    void shouldMakeATextOfAnyDimension() throws Exception {
        var values =
                new String[] {"\"*\"", "\"\"", "7", "true", "null", "{}", "[\"pro\"]", "\"\\u00fc\"", "\"(none)\""};
        var rows = HandMadeRows.of(Stream.of(values)
                .map(value -> event("a", "SUBSCRIPTION_CREATED", "2026-01-31 10:00:00.000")
                        .with("{\"plan\":" + value + "}"))
                .toArray(RawEvent[]::new));

        assertThat(answer(rows, "subscriptions_started", "day"))
                .containsExactly(
                        "2026-01-31T00:00:00Z  = 1",
                        "2026-01-31T00:00:00Z %2A = 1",
                        "2026-01-31T00:00:00Z (none) = 4",
                        "2026-01-31T00:00:00Z * = 9",
                        "2026-01-31T00:00:00Z 7 = 1",
                        "2026-01-31T00:00:00Z true = 1",
                        "2026-01-31T00:00:00Z ü = 1");
    }

    @Test
    void shouldCutADimensionAfterTwoHundredCharacters() throws Exception {
        var rows = HandMadeRows.of(event("a", "SUBSCRIPTION_CREATED", "2026-01-31 10:00:00.000")
                .with("{\"plan\":\"" + "😀".repeat(201) + "\"}"));

        assertThat(answer(rows, "subscriptions_started", "day"))
                .containsExactly("2026-01-31T00:00:00Z * = 1", "2026-01-31T00:00:00Z " + "😀".repeat(200) + " = 1");
    }

    @Test
    void shouldCountDecisionsByWhatWasDecided() throws Exception {
        var rows = HandMadeRows.of();
        for (var decided : new String[] {"'1', 'REJECTED'", "'2', 'REJECTED'", "'3', 'APPROVED'"}) {
            rows.execute(
                    "INSERT INTO moderation_decisions (tenant_id, content_id, decision, decided_at) SELECT 'acme', "
                            + decided + ", '2026-01-31 10:00:00.000'",
                    "analytics");
        }

        assertThat(answer(rows, "moderation_outcomes", "month"))
                .containsExactly(
                        "2026-01-01T00:00:00Z * = 3",
                        "2026-01-01T00:00:00Z APPROVED = 1",
                        "2026-01-01T00:00:00Z REJECTED = 2");
    }

    @Test
    void shouldRankTheHundredMostActiveAndThenByName() throws Exception {
        var events = IntStream.range(0, 110)
                .mapToObj(i -> event("user-%03d".formatted(i), "LOGIN", "2026-01-31 10:00:00.000"))
                .toList();
        var names = new String[] {"user-105", "user-105", "\uff21", "\ud83d\ude00", "Zoe"};
        var more = IntStream.range(0, names.length)
                .mapToObj(i -> event(names[i], "LOGIN", "2026-01-31 11:00:0%d.000".formatted(i)))
                .toList();

        var rows = HandMadeRows.of(Stream.concat(events.stream(), more.stream()).toArray(RawEvent[]::new));

        assertThat(answer(rows, "top_users", "day"))
                .singleElement()
                .asString()
                .startsWith("2026-01-31T00:00:00Z * = 100, top [user-105 3, Zoe 1, user-000 1, user-001 1,")
                .endsWith("user-097 1]");
        assertThat(answer(rows, "top_users", "hour")).isEmpty();
    }

    @Test
    void shouldRankNamesByteByByte() throws Exception {
        var rows = HandMadeRows.of(
                event("\ud83d\ude00", "LOGIN", "2026-01-31 11:00:00.000"),
                event("\uff21", "LOGIN", "2026-01-31 11:00:00.000"),
                event("z", "LOGIN", "2026-01-31 11:00:00.000"));

        assertThat(answer(rows, "top_users", "month"))
                .containsExactly("2026-01-01T00:00:00Z * = 3, top [z 1, \uff21 1, \ud83d\ude00 1]");
    }

    private static RawEvent paid(String properties) {
        return event("ada", "PAYMENT_COMPLETED", "2026-01-31 10:00:00.000").with(properties);
    }
}
