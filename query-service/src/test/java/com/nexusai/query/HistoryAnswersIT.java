package com.nexusai.query;

import static com.nexusai.query.Data.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that reach into ClickHouse, on the real engine. */
class HistoryAnswersIT {
    private static final String API = "/api/v1/analytics/";
    private static final Instant DAY =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(12, ChronoUnit.DAYS);

    @TempDir
    static Path folder;

    private static ServiceFixture service;

    @BeforeAll
    static void start() {
        Data.topics();
        service = ServiceFixture.start("history-1", folder, Map.of());
        Data.apiKey();
        Data.tables();
        await().until(() -> service.get(API + "platform/metrics").status() == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldBreakDownAndFilterByAnyFieldOfTheEvents() {
        for (int i = 0; i < 6; i++) {
            Data.event(
                    TENANT,
                    "plan-" + i,
                    "PLANNED",
                    "p" + i % 2,
                    DAY.plusSeconds(i * 3600L),
                    "{\"plan\":\"" + (i < 4 ? "pro" : "free") + "\",\"n\":" + i + "}");
        }

        var answer = ask("""
                {"metrics": ["events", "active_users"], "granularity": "day", "from": "%s", "to": "%s",
                 "breakdown": ["properties.plan"], "filter": "type = 'PLANNED' and properties.n >= 1", "limit": 1,
                 "compare": "previous"}""".formatted(DAY, DAY.plus(1, ChronoUnit.DAYS)));

        var events = answer.body().at("/results/0");
        assertThat(answer.body().at("/meta/source").asString()).isEqualTo("clickhouse");
        assertThat(events.at("/groups/0/dimension").asString()).isEqualTo("pro");
        assertThat(events.at("/groups/0/points/0/count").asLong()).isEqualTo(3);
        assertThat(events.at("/groups/0/share").asDouble()).isEqualTo(0.6);
        assertThat(events.at("/groups/0/previous/count").asLong(-1)).isZero();
        assertThat(events.at("/groupsLeftOut").asLong()).isEqualTo(1);
        assertThat(answer.body().at("/results/1/groups/0/value").asDouble()).isEqualTo(2);
    }

    @Test
    void shouldHaveTheWindowsOfAZoneForPeople() {
        // in Kolkata, half past six in the evening of UTC is already tomorrow
        var evening = DAY.plus(18, ChronoUnit.HOURS).plus(45, ChronoUnit.MINUTES);
        Data.event(TENANT, "zone-1", "ZONED", "ada", DAY.plus(3, ChronoUnit.HOURS));
        Data.event(TENANT, "zone-2", "ZONED", "ada", evening);

        for (var granularity : new String[] {"hour", "day", "week", "month"}) {
            var answer = ask("""
                    {"metrics": ["active_users"], "granularity": "%s", "from": "%s", "to": "%s",
                     "timeZone": "Asia/Kolkata", "filter": "type = 'ZONED'", "fill": false}""".formatted(granularity, DAY, DAY.plus(1, ChronoUnit.DAYS)));

            int windows = granularity.equals("hour") || granularity.equals("day") ? 2 : 1;
            var points = answer.body().at("/results/0/groups/0/points");
            assertThat(points.size()).as(answer.raw().body()).isEqualTo(windows);
            assertThat(answer.body().at("/results/0/groups/0/value").asDouble()).isEqualTo(1);
        }
    }

    @Test
    void shouldMeasureSumsAveragesAndPercentilesOfEvents() {
        for (int i = 1; i <= 4; i++) {
            Data.event(
                    TENANT,
                    "pay-" + i,
                    "PAYMENT_COMPLETED",
                    "payer" + i,
                    DAY.plusSeconds(i),
                    "{\"amount\":\"" + i + ".10\",\"currency\":\"XTS\",\"shop\":\"s\"}");
        }

        var answer = ask("""
                {"metrics": ["revenue", {"metric": "revenue", "as": "avg"}, {"metric": "revenue", "as": "count"}],
                 "from": "%s", "to": "%s", "breakdown": ["properties.shop"],
                 "filter": "properties.currency = 'XTS'"}""".formatted(DAY, DAY.plus(1, ChronoUnit.DAYS)));

        assertThat(answer.body().at("/results/0/groups/0/sum").asString()).isEqualTo("10.4");
        assertThat(answer.body().at("/results/1/groups/0/value").asDouble()).isEqualTo(2.6);
        assertThat(answer.body().at("/results/2/groups/0/value").asDouble()).isEqualTo(4);
    }

    @Test
    void shouldFollowPeopleThroughAFunnelAndBack() {
        Data.event(TENANT, "f-1", "STEP_ONE", "ann", DAY.plusSeconds(10));
        Data.event(TENANT, "f-2", "STEP_TWO", "ann", DAY.plusSeconds(20));
        Data.event(TENANT, "f-3", "STEP_ONE", "ben", DAY.plusSeconds(30));
        Data.event(TENANT, "f-4", "STEP_TWO", "cid", DAY.plusSeconds(40));
        Data.event(TENANT, "f-5", "STEP_TWO", "ann", DAY.plus(2, ChronoUnit.DAYS));
        var to = DAY.plus(1, ChronoUnit.DAYS);

        var funnel = service.send("POST", API + "funnels/query", """
                {"steps": ["type = 'STEP_ONE'", "type = 'STEP_TWO'"], "window": "PT1H", "from": "%s", "to": "%s"}""".formatted(DAY, to));
        var retention = service.send("POST", API + "retention/query", """
                {"first": "type = 'STEP_ONE'", "return": "type = 'STEP_TWO'", "from": "%s", "to": "%s", "periods": 4}""".formatted(DAY, to));

        assertThat(funnel.status()).as(funnel.raw().body()).isEqualTo(200);
        assertThat(funnel.body().at("/steps/0/users").asLong()).isEqualTo(2);
        assertThat(funnel.body().at("/steps/1/users").asLong()).isEqualTo(1);
        assertThat(retention.status()).as(retention.raw().body()).isEqualTo(200);
        assertThat(retention.body().at("/cohorts/0/size").asLong()).isEqualTo(2);
        assertThat(retention.body().at("/cohorts/0/returned").toString()).isEqualTo("[1,0,1,0]");
    }

    @Test
    void shouldShowNoGapAndNoDoubleWhereTheStoresEnd() {
        var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var from = now.minus(35, ChronoUnit.DAYS).minus(6, ChronoUnit.HOURS);
        for (int hour = 0; hour < 12; hour++) {
            // near the edge both have the cell
            var start = from.plus(hour, ChronoUnit.HOURS);
            Data.storedCell(TENANT, Granularity.HOUR, start, 1);
            if (hour > 3) {
                Data.cell(TENANT, Granularity.HOUR, Metric.TOTAL, start, 1);
            }
        }
        var path =
                API + "metrics/events/series?granularity=hour&from=" + from + "&to=" + from.plus(12, ChronoUnit.HOURS);

        await().until(() -> service.get(path).body().at("/total").asLong() == 12);

        var answer = service.get(path).body();
        assertThat(answer.at("/points")).allMatch(point -> point.at("/count").asLong() == 1);
        assertThat(answer.at("/meta/source").asString()).isEqualTo("store+clickhouse");
    }

    @Test
    void shouldKeepAMetricOnItsTopicAndPreviewItOnRecentEvents() {
        Data.event(TENANT, "preview-1", "PREVIEWED", "pia", Instant.now().minusSeconds(60), "{\"n\":7}");
        var definition = """
                {"filter": "type = 'PREVIEWED'", "measure": {"kind": "max", "field": "properties.n"}, "revision": 0}""";

        var preview = service.send("POST", API + "metric-definitions/preview", definition);
        var written = service.send("PUT", API + "metric-definitions/highest", definition);

        assertThat(preview.status()).as(preview.raw().body()).isEqualTo(200);
        assertThat(preview.body().at("/matched").asLong()).isEqualTo(1);
        assertThat(preview.body().at("/value").asDouble()).isEqualTo(7);
        assertThat(preview.body().at("/examples/0/eventId").asString()).isEqualTo("preview-1");
        assertThat(written.status()).as(written.raw().body()).isEqualTo(201);
        await().until(() -> service.get(API + "metric-definitions/highest").status() == 200);
        assertThat(service.send("PUT", API + "metric-definitions/highest", definition)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void shouldKeepADashboardOnItsTopicAndShareIt() {
        var dashboard = """
                {"title": "Kept", "layout": {"columns": 12, "widgets": [
                  {"id": "w1", "type": "kpi", "x": 0, "y": 0, "w": 2, "h": 2, "question": {"metrics": ["events"]}}]}}""";

        var id = service.send("POST", API + "dashboards", dashboard)
                .body()
                .at("/id")
                .asString();
        var token = service.send("POST", API + "dashboards/" + id + "/shares", "{}")
                .body()
                .at("/token")
                .asString();

        await().until(() ->
                service.get("/api/v1/shared/" + token + "/widgets/w1", Map.of()).status() == 200);
        assertThat(service.get(API + "dashboards/" + id).body().at("/revision").asLong())
                .isEqualTo(2);
    }

    @Test
    void shouldExportEveryEventOnceAndAskClickHouseOnlyOnceForTheSame() {
        var at = DAY.minus(3, ChronoUnit.DAYS);
        Data.largeEvents(TENANT, "EXPORTED", 2_345, 100, at.plusSeconds(60));
        Data.event(TENANT, "export-last", "EXPORTED", "ada", at.plusSeconds(7_200));
        var range = "&from=" + at + "&to=" + at.plus(1, ChronoUnit.DAYS);

        var lines = service.get(API + "events/export?type=EXPORTED" + range)
                .raw()
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSize(2_346).doesNotHaveDuplicates();
        assertThat(lines.getFirst()).contains("export-last");
        var counted = API + "metrics/aggregated?metrics=events&breakdown=userId&filter=type%20%3D%20'EXPORTED'" + range;
        service.get(counted);
        await().untilAsserted(
                        () -> assertThat(service.get(counted).body().at("/meta").has("cachedMs"))
                                .isTrue());
    }

    private static ServiceFixture.Answer ask(String json) {
        var answer = service.send("POST", API + "query", json);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer;
    }
}
