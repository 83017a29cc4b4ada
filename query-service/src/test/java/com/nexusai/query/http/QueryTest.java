package com.nexusai.query.http;

import static com.nexusai.query.TopicPipe.TENANT;
import static com.nexusai.query.topology.TopicStore.CELLS;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.peer.PeerAnswer;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generic question. */
class QueryTest {
    private static final String QUERY = "/api/v1/analytics/query";

    @TempDir
    Path folder;

    private AnswersFixture fixture;

    @BeforeEach
    void open() {
        fixture = new AnswersFixture(folder);
        fixture.pipe.count("LOGIN", AnswersFixture.NOW.minusSeconds(120), 6);
        fixture.pipe.count("MESSAGE", AnswersFixture.NOW.minusSeconds(86_000), 2);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldBreakDownCompareAndOrderInOneAnswer() {
        fixture.pipe.count("LOGIN", Instant.parse("2026-02-27T10:00:00Z"), 3);

        var answer = ask("""
                {"metrics": ["events"], "granularity": "day", "from": "2026-02-28", "to": "2026-03-02",
                 "breakdown": ["type"], "compare": "previous"}""");

        var result = answer.body().at("/results/0");
        assertThat(result.at("/groups/0/dimension").asString()).isEqualTo("LOGIN");
        assertThat(result.at("/groups/0/share").asDouble()).isEqualTo(0.75);
        assertThat(result.at("/groups/0/previous/count").asLong()).isEqualTo(3);
        assertThat(result.at("/groups/0/previous/change").asDouble()).isEqualTo(1.0);
        assertThat(result.at("/groups/0/points").size()).isEqualTo(2);
        assertThat(result.at("/groups/1/dimension").asString()).isEqualTo("MESSAGE");
        assertThat(result.at("/total").asDouble()).isEqualTo(8);
        assertThat(answer.text("/meta/source")).isEqualTo("store");
    }

    @Test
    void shouldHaveDaysOfTheViewersZone() {
        fixture.pipe.count("LATE", Instant.parse("2026-02-28T23:30:00Z"), 5);

        var answer = ask("""
                {"metrics": ["events"], "granularity": "day", "from": "2026-03-01", "to": "2026-03-02",
                 "timeZone": "Europe/Berlin", "dimensions": ["LATE"]}""");

        assertThat(answer.text("/from")).isEqualTo("2026-02-28T23:00:00Z");
        assertThat(answer.body().at("/results/0/groups/0/points/0/count").asLong())
                .isEqualTo(5);
    }

    @Test
    void shouldShowNoGapAndNoDoubleWhereTheStoresEnd() {
        var oldest = AnswersFixture.NOW.minus(37, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        for (int hour = 0; hour < 4 * 24; hour++) {
            // for a while both have a cell, and each of them says one
            var start = oldest.plus(hour, ChronoUnit.HOURS);
            fixture.archive.cells.put(start, 1L);
            cell(Metric.EVENTS, Granularity.HOUR, "*", start, 1, null, null);
        }

        var answer = fixture.get("/api/v1/analytics/metrics/events/series?granularity=hour&from=" + oldest + "&to="
                + oldest.plus(4, ChronoUnit.DAYS));

        assertThat(answer.body().at("/total").asLong()).isEqualTo(4 * 24);
        assertThat(answer.body().at("/points"))
                .allMatch(point -> point.at("/count").asLong() == 1);
        assertThat(answer.text("/meta/source")).isEqualTo("store+clickhouse");
        assertThat(fixture.archive.askedForCells).hasSize(1);
    }

    @Test
    void shouldReadSumsAveragesAndPercentilesFromCells() {
        var hour = Instant.parse("2026-03-01T10:00:00Z");
        cell("session_duration", Granularity.HOUR, "*", hour, 2, "1800", Map.of(2_000, 1L, 2_350, 1L));

        var answer = ask("""
                {"metrics": ["session_duration", {"metric": "session_duration", "as": "p99"},
                 {"metric": "session_duration", "as": "sum"}], "from": "2026-03-01T10:00:00Z", "to": "2026-03-01T11:00:00Z"}""");

        assertThat(answer.body().at("/results/0/groups/0/value").asDouble()).isEqualTo(900);
        assertThat(answer.body().at("/results/1/groups/0/value").asDouble()).isBetween(1.0, 1.05);
        assertThat(answer.text("/results/2/groups/0/sum")).isEqualTo("1800");
        assertThat(answer.body().at("/results/0/groups/0").has("points")).isFalse();
    }

    @Test
    void shouldAskClickHouseWhenTheFilterLooksIntoEvents() {
        fixture.archive.groups = Map.of("pro", FakeArchive.count(60), "free", FakeArchive.count(40));

        var answer = ask("""
                {"metrics": ["events"], "granularity": "day", "from": "2026-03-01", "to": "2026-03-02",
                 "breakdown": ["properties.plan"], "filter": "userId starts with 'a'"}""");

        assertThat(answer.text("/meta/source")).isEqualTo("clickhouse");
        assertThat(answer.text("/results/0/groups/0/dimension")).isEqualTo("pro");
        assertThat(answer.body().at("/results/0/groups/0/share").asDouble()).isEqualTo(0.6);
        assertThat(fixture.archive.measured).hasSize(2);
    }

    @Test
    void shouldAskAPeerOnceForAllOfItsMetrics() {
        fixture.places = List.of(AnswersFixture.THERE);
        fixture.peers.put(AnswersFixture.PEER, new PeerAnswer(200, "application/json", """
                {"from": "2026-03-01T00:00:00Z", "to": "2026-03-02T00:00:00Z", "timeZone": "UTC", "results": [
                  {"metric": "events", "as": "count", "additive": true, "source": "store", "groups":
                    [{"dimension": "*", "values": [], "value": 4, "count": 4}], "groupsLeftOut": 0},
                  {"metric": "active_users", "as": "count", "additive": false, "source": "store", "groups":
                    [{"dimension": "*", "values": [], "value": 2, "count": 2}], "groupsLeftOut": 0}],
                 "meta": {"asOf": "2026-03-01T12:30:14Z", "source": "store", "lagMs": 1000, "instance": "other",
                  "copy": "active"}}"""));

        var answer =
                ask("{\"metrics\": [\"events\", \"active_users\"], \"from\": \"2026-03-01\", \"to\": \"2026-03-02\"}");

        assertThat(answer.body().at("/results/1/groups/0/value").asDouble()).isEqualTo(2);
        assertThat(answer.text("/meta/instance")).isEqualTo("other");
        assertThat(fixture.asked).singleElement().satisfies(request -> {
            assertThat(request.headers()).containsEntry("Authorization", "Bearer secret");
            assertThat(request.json()).contains("active_users");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metrics     | {"metrics": []}
            metrics     | {}
            metrics     | {"metrics": [5]}
            colour      | {"metrics": ["events"], "colour": "red"}
            granularity | {"metrics": ["events"], "granularity": "second"}
            from        | {"metrics": ["events"], "granularity": "minute", "from": "2026-01-01", "to": "2026-03-01"}
            from        | {"metrics": ["events"], "from": "2026-03-02", "to": "2026-03-01"}
            from        | {"metrics": ["events"], "from": "1900-01-01"}
            to          | {"metrics": ["events"], "to": "tomorrow"}
            last        | {"metrics": ["events"], "last": "a week"}
            timeZone    | {"metrics": ["events"], "timeZone": "+02:00"}
            breakdown   | {"metrics": ["events"], "breakdown": "type"}
            breakdown   | {"metrics": ["events"], "breakdown": ["nonsense here"]}
            filter      | {"metrics": ["events"], "filter": "type == 'A'"}
            fill        | {"metrics": ["events"], "fill": "yes"}
            compare     | {"metrics": ["events"], "compare": "next"}
            order       | {"metrics": ["events"], "order": "up"}
            limit       | {"metrics": ["events"], "limit": 1000000}
            metrics     | {"metrics": [{"metric": "events", "as": "p95"}]}
            granularity | {"metrics": ["events"], "granularity": "hour", "last": "P300D", "breakdown": ["type"], "limit": 1000}
            """)
    void shouldNameTheFieldWhenAQuestionIsWrong(String field, String json) {
        var answer = ask(json);

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.text("/field")).isEqualTo(field);
    }

    private AnswersFixture.Answer ask(String json) {
        return fixture.post(QUERY, json);
    }

    private void cell(
            String metric,
            Granularity granularity,
            String dimension,
            Instant start,
            long count,
            @Nullable String sum,
            @Nullable Map<Integer, Long> histogram) {
        var key = new Series(TENANT, metric, granularity, dimension).at(start);
        fixture.pipe.pipe(
                CELLS,
                key.text(),
                new Cell(
                        TENANT,
                        metric,
                        granularity,
                        dimension,
                        start,
                        count,
                        sum == null ? null : new BigDecimal(sum),
                        null,
                        null,
                        null,
                        histogram,
                        null,
                        1,
                        start));
    }
}
