package com.nexusai.query.http;

import static com.nexusai.query.TopicPipe.TENANT;
import static com.nexusai.query.topology.TopicStore.CELLS;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.domain.Freshness;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Series;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** PromQL over the stores: which value a sample has at which moment, exactly. It is 12:30:15. */
class PrometheusTest {
    private static final String API = "/prometheus/api/v1/";

    /** What is asked, when, and what the answer is. */
    private static final String PROMISED = """
            # the newest minute that has ended
            events | 12:30:15 | 4
            events | 12:30:00 | 4
            events | 12:29:59 | 6
            events | 12:29:00 | 6
            events | 12:28:59 | 0
            # samples after the moment less the range, up to the moment
            increase(events[1m]) | 12:30:00 | 4
            increase(events[2m]) | 12:30:00 | 10
            increase(events[90s]) | 12:30:15 | 10
            increase(events[90s]) | 12:29:00 | 6
            increase(events[24h]) | 12:30:15 | 12
            sum_over_time(events[1h]) | 12:30:15 | 10
            avg_over_time(events[2m]) | 12:30:15 | 5
            rate(events[2m]) * 60 | 12:30:15 | 5
            sum(increase(events_by_type[2h])) | 12:30:15 | 12
            sum(increase(events_by_type{type=~'LOG.*'}[2h])) / increase(events[2h]) * 12 | 12:30:15 | 10
            count(increase(events_by_type[2h])) | 12:30:15 | 2
            increase(events_by_type{type='MESSAGE'}[2h]) | 12:30:15 | 2
            max(increase(events_by_type[2h])) - min(increase(events_by_type[2h])) | 12:30:15 | 8
            avg(increase(events_by_type{type!='X'}[2h])) | 12:30:15 | 6
            """;

    @TempDir
    Path folder;

    private AnswersFixture fixture;

    @BeforeEach
    void open() {
        fixture = new AnswersFixture(folder);
        fixture.pipe.count("LOGIN", at("12:28:30"), 6);
        fixture.pipe.count("LOGIN", at("12:29:10"), 4);
        fixture.pipe.count("MESSAGE", at("11:10:00"), 2);
        // in the minute that has not ended
        fixture.pipe.count("LOGIN", at("12:30:05"), 100);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldHaveTheValueThatIsPromisedAtAMoment() {
        PROMISED.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var promise = line.split(" \\| ", -1);

            var answer = ask("query", promise[0], "&time=" + at(promise[1]));

            assertThat(answer.at("/data/resultType").asString()).isEqualTo("vector");
            assertThat(answer.at("/data/result").size()).as(line).isEqualTo(1);
            assertThat(answer.at("/data/result/0/value/0").asLong())
                    .isEqualTo(at(promise[1]).getEpochSecond());
            assertThat(answer.at("/data/result/0/value/1").asString()).as(line).isEqualTo(promise[2]);
            assertThat(answer.at("/meta/source").asString()).isEqualTo("store");
        });
    }

    @Test
    void shouldCountEachSampleInOneStepWhateverTheStep() {
        for (var step : List.of("15", "60", "90", "300", "1000", "3600")) {
            var answer = ask(
                    "query_range", "events", "&start=" + at("10:00:00") + "&end=" + at("12:30:00") + "&step=" + step);

            var values = answer.at("/data/result/0/values");
            double sum = values.valueStream()
                    .mapToDouble(pair -> Double.parseDouble(pair.get(1).asString()))
                    .sum();
            // a step below a minute shows the newest sample again
            long seen = step.equals("15") ? 6 * 4 + 4 + 2 * 4 : step.equals("3600") ? 2 : 12;
            assertThat(sum).as(step).isEqualTo(seen);
        }
    }

    @Test
    void shouldDrawALineForEachTypeWithNothingBeforeItsTime() {
        var answer = ask(
                "query_range", "events_by_type", "&start=" + at("11:00:00") + "&end=" + at("13:00:00") + "&step=1h");

        assertThat(answer.at("/data/resultType").asString()).isEqualTo("matrix");
        assertThat(answer.at("/data/result").size()).isEqualTo(1);
        assertThat(answer.at("/data/result/0/metric").toString())
                .isEqualTo("{\"__name__\":\"events_by_type\",\"type\":\"MESSAGE\"}");
        // 13:00 has not come, and neither has the end of its hour
        assertThat(answer.at("/data/result/0/values").toString()).isEqualTo("[[1772362800,\"0\"],[1772366400,\"2\"]]");
    }

    @Test
    void shouldPickTheLargestAtEachMoment() {
        var answer = ask("query", "topk(1, increase(events_by_type[2h]))", "");

        assertThat(answer.at("/data/result").size()).isEqualTo(1);
        assertThat(answer.at("/data/result/0/metric").toString()).isEqualTo("{\"type\":\"LOGIN\"}");
    }

    @Test
    void shouldReadPeopleOfTheNewestDayThatHasEnded() {
        cell("active_users", Granularity.DAY, Instant.parse("2026-02-28T00:00:00Z"), 7, null);
        cell("active_users", Granularity.DAY, Instant.parse("2026-03-01T00:00:00Z"), 3, null);

        assertThat(value("active_users_day")).isEqualTo("7");
        assertThat(value("active_users_month")).isEqualTo("0");
        assertThat(bad("increase(active_users_day[7d])")).contains("does not add up over time");
    }

    @Test
    void shouldReadSumsWithoutDustAndAveragesOfWindows() {
        cell("session_duration", Granularity.MINUTE, at("12:10:00"), 1, "0.1");
        cell("session_duration", Granularity.MINUTE, at("12:11:00"), 1, "0.2");
        cell("session_duration", Granularity.MINUTE, at("12:29:00"), 2, "9");

        assertThat(value("increase(session_duration_sum[20m])")).isEqualTo("9.3");
        assertThat(value("increase(session_duration_sum[1m])")).isEqualTo("9");
        assertThat(value("session_duration")).isEqualTo("4.5");
        assertThat(value("increase(session_duration_count[1h])")).isEqualTo("4");
    }

    @Test
    void shouldAnswerWhatGrafanaAsksToSeeWhetherItWorks() {
        var answer = post("query", "query=1%2B1&time=4");

        assertThat(answer.at("/data/resultType").asString()).isEqualTo("scalar");
        assertThat(answer.at("/data/result").toString()).isEqualTo("[4,\"2\"]");
        assertThat(fixture.get(API + "status/buildinfo").text("/data/version")).isNotEmpty();
        assertThat(value("1 / 0")).isEqualTo("+Inf");
    }

    @Test
    void shouldTakeFormsAsPrometheusDoes() {
        var body = "query=" + encoded("sum by (type) (events_by_type)") + "&start="
                + at("12:00:00").getEpochSecond() + "&end=" + at("12:30:00").getEpochSecond() + ".5&step=60";

        assertThat(post("query_range", body).at("/data/result/0/values").size()).isEqualTo(31);
    }

    @Test
    void shouldTellWhichLabelsAndSeriesThereAre() {
        assertThat(list("labels")).contains("__name__", "type", "currency", "step");
        assertThat(list("labels?match%5B%5D=events_by_type")).containsExactly("__name__", "type");
        assertThat(list("label/__name__/values")).contains("events", "events_by_type", "funnel:onboarding_by_step");
        assertThat(list("label/type/values")).containsExactly("LOGIN", "MESSAGE");
        assertThat(list("label/type/values?match%5B%5D=" + encoded("events_by_type{type!=\"LOGIN\"}")))
                .containsExactly("MESSAGE");
        assertThat(list("label/nothing/values")).isEmpty();
        assertThat(fixture.get(API + "series?match%5B%5D=" + encoded("{__name__=~\"events.*\"}"))
                        .body()
                        .at("/data")
                        .toString())
                .isEqualTo("[{\"__name__\":\"events_by_type\",\"type\":\"LOGIN\"},"
                        + "{\"__name__\":\"events_by_type\",\"type\":\"MESSAGE\"},{\"__name__\":\"events\"}]");
        assertThat(fixture.get(API + "metadata?metric=events").text("/data/events/0/type"))
                .isEqualTo("gauge");
    }

    @Test
    void shouldFailInTheFormOfPrometheus() {
        assertThat(bad("irate(events[5m])")).contains("'irate' is not supported");
        assertThat(bad("increase(events[30s])")).contains("shorter than that");
        assertThat(bad("{__name__=~'.+'}")).contains("reads more than");
        assertThat(bad("events_by_type * on (type) events_by_type")).contains("'on' is not supported");
        assertThat(fixture.get(API + "query_range?query=events&start=0&end=1772366400&step=60")
                        .text("/error"))
                .contains("11000 points");
        assertThat(fixture.get(
                                API
                                        + "query_range?query=events&start=2025-01-01T00:07:30Z&end=2026-02-01T00:00:00Z&step=1d")
                        .text("/error"))
                .contains("windows of a minute");
        assertThat(fixture.get(API + "query?query=events&time=soon").text("/error"))
                .contains("timestamp");
        assertThat(fixture.get(API + "query").text("/errorType")).isEqualTo("bad_data");
    }

    @Test
    void shouldSayThatNobodyHasACopyAndThatAnAnswerIsOld() {
        fixture.freshness = Optional.of(Freshness.asOf(at("12:20:00"), AnswersFixture.NOW));
        assertThat(ask("query", "events", "").at("/warnings/0").asString()).contains("as of 2026-03-01T12:20:00Z");

        fixture.places = List.of();
        var away = fixture.get(API + "query?query=events");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text("/errorType")).isEqualTo("unavailable");
        assertThat(away.raw().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void shouldAnswerNothingAboutAMetricThatIsNotThere() {
        var answer = ask("query", "nothing", "");

        assertThat(answer.at("/data/result").size()).isZero();
        assertThat(answer.at("/warnings/0").asString()).isEqualTo("there is no metric nothing");
    }

    private JsonNode ask(String path, String query, String more) {
        var answer = fixture.get(API + path + "?query=" + encoded(query) + more);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private String value(String query) {
        var result = ask("query", query, "").at("/data/result");
        return (result.get(0).has("value") ? result.at("/0/value/1") : result.get(1)).asString();
    }

    private String bad(String query) {
        var answer = fixture.get(API + "query?query=" + encoded(query));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/status")).isEqualTo("error");
        return answer.text("/error");
    }

    private List<String> list(String path) {
        return fixture.get(API + path)
                .body()
                .at("/data")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode post(String path, String form) {
        return fixture.post(API + path, form, "Content-Type", "application/x-www-form-urlencoded")
                .body();
    }

    private void cell(String metric, Granularity granularity, Instant start, long count, @Nullable String sum) {
        var key = new Series(TENANT, metric, granularity, "*").at(start);
        fixture.pipe.pipe(
                CELLS,
                key.text(),
                new Cell(
                        TENANT,
                        metric,
                        granularity,
                        "*",
                        start,
                        count,
                        sum == null ? null : new BigDecimal(sum),
                        null,
                        null,
                        null,
                        null,
                        null,
                        1,
                        start));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + "Z");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
