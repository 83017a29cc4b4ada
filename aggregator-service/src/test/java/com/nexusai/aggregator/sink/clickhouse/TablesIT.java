package com.nexusai.aggregator.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Ranked;
import com.nexusai.schema.aggregate.UserSession;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each record comes back out of its table as it went in, on the real engine. */
class TablesIT {
    private static final Instant AT = Instant.parse("2026-10-31T09:30:00.412Z");
    private final Tried tried = new Tried();
    private final ClickHouseSinks sinks = tried.sinks(Retention.USUAL);

    @AfterEach
    void drop() throws Exception {
        tried.close();
    }

    @Test
    void shouldKeepAnEventWithThePlaceOfItsRecord() throws Exception {
        var fields = new LinkedHashMap<String, RawJson>();
        fields.put("b\"", RawJson.of("[1]"));
        fields.put("a", RawJson.of("2"));
        var event = new Event(
                "e-1",
                "acme",
                "MESSAGE_SENT",
                "ada",
                "anon",
                "s-1",
                AT,
                AT.plusMillis(7),
                RawJson.of("{\"n\": 1}"),
                RawJson.of("{\"ip\":\"::1\"}"),
                RawJson.of("{\"text\":\"grüße\"}"),
                fields);

        sinks.events(Topics.EVENTS_VALIDATED)
                .prepare(tried.batch(Topics.EVENTS_VALIDATED, 41, Arrays.asList(event, null)))
                .write();

        var row = tried.ask("SELECT *, toString(timestamp) AS t, toString(received_at) AS r, toString(expires_on) AS x"
                        + " FROM {db}.events")
                .getFirst();
        assertThat(row.getString("tenant_id")).isEqualTo("acme");
        assertThat(row.getString("event_id")).isEqualTo("e-1");
        assertThat(row.getString("type")).isEqualTo("MESSAGE_SENT");
        assertThat(row.getString("actor")).isEqualTo("ada");
        assertThat(row.getString("user_id")).isEqualTo("ada");
        assertThat(row.getString("anonymous_id")).isEqualTo("anon");
        assertThat(row.getString("session_id")).isEqualTo("s-1");
        assertThat(row.getString("t")).isEqualTo("2026-10-31 09:30:00.412");
        assertThat(row.getString("r")).isEqualTo("2026-10-31 09:30:00.419");
        assertThat(row.getString("properties")).isEqualTo("{\"n\": 1}");
        assertThat(row.getString("context")).isEqualTo("{\"ip\":\"::1\"}");
        assertThat(row.getString("content")).isEqualTo("{\"text\":\"grüße\"}");
        assertThat(row.getString("extra")).isEqualTo("{\"b\\\"\":[1],\"a\":2}");
        assertThat(row.getInteger("kafka_partition")).isEqualTo(2);
        assertThat(row.getLong("kafka_offset")).isEqualTo(41);
        assertThat(row.getString("x")).isEqualTo("2027-01-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"z\":1,\"a\":2.50}",
                "{\"big\":123456789012345678901234567890,\"d\":0.12345678901234567890123}",
                "{\"e\":1e400}",
                "{\"a.b\":1,\"a\":{\"b\":2}}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"c\":1},\"a\":2}",
                "{\"x\":null,\"z\":{},\"\":1,\"t\":\"2026-01-01T00:00:00Z\"}"
            })
    void shouldGivePropertiesBackAsTheyWereWritten(String properties) throws Exception {
        sinks.events(Topics.EVENTS_VALIDATED)
                .prepare(tried.batch(Topics.EVENTS_VALIDATED, 1, List.of(event("e-1", AT, properties))))
                .write();

        assertThat(tried.ask("SELECT properties FROM {db}.events").getFirst().getString(1))
                .isEqualTo(properties);
    }

    @Test
    void shouldAnswerQuestionsAboutPropertiesByPath() throws Exception {
        var paths = new StringBuilder("{\"p\":0");
        for (int i = 1; i < 5_000; i++) {
            paths.append(",\"p").append(i).append("\":").append(i);
        }
        var events = List.of(
                event("e-1", AT, "{\"tokens\":3,\"page\":{\"path\":\"/a\"}}"),
                event("e-2", AT, "{\"tokens\":4,\"page\":{\"path\":\"/b\"}}"),
                event("e-3", AT, "{\"tokens\":5,\"e\":1e400}"),
                event("e-4", AT, paths + "}"));

        sinks.events(Topics.EVENTS_VALIDATED)
                .prepare(tried.batch(Topics.EVENTS_VALIDATED, 1, events))
                .write();

        assertThat(tried.number("SELECT sum(properties_typed.tokens.:Int64) FROM {db}.events FINAL"))
                .as("what is no JSON to the engine has no paths, and is a row all the same")
                .isEqualTo(7);
        assertThat(tried.number("SELECT count() FROM {db}.events FINAL WHERE properties_typed.page.path = '/b'"))
                .isOne();
        assertThat(tried.number("SELECT sum(properties_typed.p4999.:Int64) FROM {db}.events FINAL"))
                .isEqualTo(4999);
    }

    @Test
    void shouldKeepEveryValueOfACellInItsLatestRevision() throws Exception {
        var start = Instant.parse("2026-10-26T00:00:00Z");
        var first = new Cell("acme", "m", Granularity.WEEK, "d", start, 1, null, null, null, null, null, null, 1, AT);
        var second = new Cell(
                "acme",
                "m",
                Granularity.WEEK,
                "d",
                start,
                -2,
                new BigDecimal("-12345678901234567890.123456789"),
                new BigDecimal("-0.5"),
                new BigDecimal("7"),
                "AQID",
                Map.of(-3, 7L, 2, 1L),
                List.of(new Ranked("ada", 9), new Ranked("bob", 8)),
                2,
                AT);

        sinks.aggregates(Topics.AGGREGATES)
                .prepare(tried.batch(Topics.AGGREGATES, 1, List.of(second, first)))
                .write();

        var row = tried.ask("SELECT tenant_id, metric, granularity, dimension, toString(start), count, toString(sum),"
                        + " toString(min), toString(max), distinct, toString(histogram), toString(top), revision"
                        + " FROM {db}.aggregates FINAL")
                .getFirst();
        assertThat(row.getValues().values())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "acme",
                        "m",
                        "week",
                        "d",
                        "2026-10-26 00:00:00",
                        "-2",
                        "-12345678901234567890.123456789",
                        "-0.5",
                        "7",
                        "AQID",
                        "{-3:7,2:1}",
                        "[('ada',9),('bob',8)]",
                        "2");
    }

    @Test
    void shouldForgetASessionThatIsNoMoreAndKeepTheOthersAsTheyStand() throws Exception {
        var sessions = List.of(
                new UserSession("acme", "ada", "s-1", AT, AT.plusSeconds(60), 3, false, 7),
                new UserSession("acme", "ada", "s-1", AT.minusSeconds(9), AT.plusSeconds(60), 4, false, 8),
                new UserSession("acme", "ada", "s-2", AT, AT, 1, false, 7),
                new UserSession("acme", "ada", "s-2", AT, AT, 1, true, 9));
        var writer = sinks.sessions(Topics.USER_SESSIONS);
        for (int i = sessions.size() - 1; i >= 0; i--) {
            writer.prepare(tried.batch(Topics.USER_SESSIONS, i, List.of(sessions.get(i))))
                    .write();
        }

        var rows = tried.ask("SELECT session_id, toString(started_at) AS s, toString(ended_at) AS e, events"
                + " FROM {db}.sessions FINAL");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.getString("session_id")).isEqualTo("s-1");
            assertThat(row.getString("s")).isEqualTo("2026-10-31 09:29:51.412");
            assertThat(row.getString("e")).isEqualTo("2026-10-31 09:31:00.412");
            assertThat(row.getLong("events")).isEqualTo(4);
        });
    }

    @Test
    void shouldKeepADecision() throws Exception {
        var decision = new Decision(
                "d-1",
                "acme",
                "c-1",
                "case-1",
                ContentKind.values()[0],
                "ada",
                Outcome.values()[0],
                0.25,
                Map.of("spam", 0.5),
                List.of(),
                "policy-1",
                true,
                null,
                AT);

        sinks.decisions(Topics.MODERATION_DECISIONS)
                .prepare(tried.batch(Topics.MODERATION_DECISIONS, 1, List.of(decision)))
                .write();

        var row = tried.ask("SELECT *, toString(decided_at) AS at FROM {db}.moderation_decisions")
                .getFirst();
        assertThat(row.getString("decision")).isEqualTo(Outcome.values()[0].name());
        assertThat(row.getDouble("confidence")).isEqualTo(0.25);
        assertThat(row.getString("categories")).isEqualTo("{\"spam\":0.5}");
        assertThat(row.getString("reasons")).isEqualTo("[]");
        assertThat(row.getString("author_id")).isEqualTo("ada");
        assertThat(row.getString("event_id")).isEmpty();
        assertThat(row.getBoolean("automated")).isTrue();
        assertThat(row.getString("at")).isEqualTo("2026-10-31 09:30:00.412");
    }

    @Test
    void shouldLetARowGoWhenItsTenantDoesNotKeepItAnyMore() throws Exception {
        var lastWeek = Instant.now().minus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        var retention = new Retention(Map.of(), Map.of("short", Map.of(Kept.EVENTS, 3)));
        var events = List.of(
                event("e-1", lastWeek, "{}"),
                eventOfShort("e-2", lastWeek, lastWeek),
                eventOfShort("e-3", Instant.now(), lastWeek));

        tried.sinks(retention)
                .events(Topics.EVENTS_VALIDATED)
                .prepare(tried.batch(Topics.EVENTS_VALIDATED, 1, events))
                .write();
        tried.run("OPTIMIZE TABLE events FINAL");

        assertThat(tried.ask("SELECT event_id FROM {db}.events ORDER BY event_id"))
                .extracting(row -> row.getString(1))
                .containsExactly("e-1", "e-3");
    }

    @Test
    void shouldKnowABatchThatComesAgain() throws Exception {
        tried.migrations().run();
        tried.run("SYSTEM STOP MERGES events");
        var delivery = sinks.events(Topics.EVENTS_VALIDATED)
                .prepare(tried.batch(
                        Topics.EVENTS_VALIDATED, 1, List.of(event("e-1", AT, "{}"), event("e-2", AT, "{}"))));

        delivery.write();
        delivery.write();

        assertThat(tried.number("SELECT count() FROM {db}.events")).isEqualTo(2);
    }

    private static Event eventOfShort(String id, Instant at, Instant receivedAt) {
        return new Event(
                id,
                "short",
                "T",
                null,
                null,
                null,
                at,
                receivedAt,
                RawJson.of("{}"),
                RawJson.EMPTY_OBJECT,
                null,
                Map.of());
    }

    static Event event(String id, Instant at, String properties) {
        return new Event(
                id,
                "acme",
                "T",
                "ada",
                null,
                null,
                at,
                AT,
                RawJson.of(properties),
                RawJson.EMPTY_OBJECT,
                null,
                Map.of());
    }
}
