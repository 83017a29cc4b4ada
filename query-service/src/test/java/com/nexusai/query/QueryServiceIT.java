package com.nexusai.query;

import static com.nexusai.query.Data.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.devstack.DevStack;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.topic.Topics;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole service on real Kafka, Redis and ClickHouse. */
class QueryServiceIT {
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    // events leave the table when they are old
    private static final Instant RECENT =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(2, ChronoUnit.DAYS);
    private static final String RECENT_DAY = "from=" + RECENT + "&to=" + RECENT.plus(1, ChronoUnit.DAYS);
    private static final String API = "/api/v1/analytics/";

    @TempDir
    static Path folder;

    private static ServiceFixture service;

    @BeforeAll
    static void start() {
        Data.topics();
        Data.onlyAbortedTransactions(Topics.AGGREGATES);
        service = ServiceFixture.start("it-1", folder, Map.of());
        Data.apiKey();
        Data.tables();
        await().until(() -> service.get(API + "platform/metrics").status() == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldAnswerASeriesFromTheStoreWhenCellsAreOnTheTopic() {
        Data.cell(TENANT, Granularity.HOUR, "LOGIN", RECENT.plusSeconds(3600), 3);
        Data.cell(TENANT, Granularity.HOUR, "LOGIN", RECENT.plusSeconds(3 * 3600), 4);

        var answer = eventually(
                API + "metrics/events/series?dimension=LOGIN&from=" + RECENT + "&to=" + RECENT.plusSeconds(4 * 3600),
                7);

        assertThat(answer.body().at("/points").size()).isEqualTo(4);
        assertThat(answer.body().at("/points/1/count").asLong()).isEqualTo(3);
        assertThat(answer.body().at("/meta/source").asString()).isEqualTo("store");
        assertThat(answer.body().at("/meta/instance").asString()).isEqualTo("it-1");
        assertThat(answer.body().at("/meta/copy").asString()).isEqualTo("active");
    }

    @Test
    void shouldSayThatItIsCurrentWhenNothingIsLeftToRead() {
        Data.cell(TENANT, Granularity.HOUR, "CURRENT", DAY, 1);

        await().untilAsserted(() -> {
            var meta = service.get(API + "platform/metrics").body().at("/meta");
            assertThat(meta.at("/lagMs").asLong(-1)).isZero();
            assertThat(Instant.parse(meta.at("/asOf").asString()))
                    .isAfter(Instant.now().minusSeconds(5));
        });
    }

    @Test
    void shouldAnswerOfAUserWithOddCharacters() {
        var actor = "a b/ü?#%2F+";
        Data.profile(UserProfile.of(TENANT, actor, DAY, DAY, Map.of("LOGIN", 1L)));
        var path =
                API + "user/" + URLEncoder.encode(actor, StandardCharsets.UTF_8).replace("+", "%20") + "/metrics";

        await().until(() -> service.get(path).status() == 200);

        assertThat(service.get(path).body().at("/userId").asString()).isEqualTo(actor);
        assertThat(service.get(path).body().at("/eventsByType/LOGIN").asLong()).isEqualTo(1);
        assertThat(service.get(API + "user/nobody/metrics").status()).isEqualTo(404);
    }

    /** A tenant of its own: what other tests count today must not be in its total. */
    @Test
    void shouldPreferRedisForTodayWhenItIsNotBehind() {
        var now = Instant.now();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Data.apiKey("today", Data.KEY + "-today");
        Data.counted("today", "REALTIME", now.minus(1, ChronoUnit.MINUTES), 5);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(realtime().at("/events").asLong()).isEqualTo(5));
        assertThat(realtime().at("/meta/source").asString()).isEqualTo("store");

        Data.total("today", today, 9);
        Data.ofType("today", "REALTIME", today, 8);

        var answer = realtime();
        assertThat(answer.at("/events").asLong()).isEqualTo(9);
        assertThat(answer.at("/byType/REALTIME").asLong()).isEqualTo(8);
        assertThat(answer.at("/minutes").size()).isEqualTo(60);
        assertThat(answer.at("/meta/source").asString()).isEqualTo("redis");

        Data.total("today", today, 4);
        assertThat(realtime().at("/meta/source").asString()).isEqualTo("store");
    }

    private JsonNode realtime() {
        return service.get(API + "realtime", Map.of("Authorization", "Bearer " + Data.KEY + "-today"))
                .body();
    }

    @Test
    void shouldTurnThePagesOfHistoryWithoutGapOrDouble() {
        for (int i = 0; i < 25; i++) {
            // five events to a moment, so that pages end between equal times
            Data.event(TENANT, "e" + i, "PAGED", "u" + i % 3, RECENT.plusSeconds(i / 5));
        }
        Data.event(TENANT, "e24", "PAGED", "u0", RECENT.plusSeconds(4));
        Data.event("other", "e99", "PAGED", "u0", RECENT);

        var ids = new ArrayList<String>();
        var path = API + "events?type=PAGED&" + RECENT_DAY + "&limit=7";
        var cursor = "";
        do {
            var page = service.get(path + cursor);
            assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
            page.body()
                    .at("/events")
                    .forEach(event -> ids.add(event.at("/eventId").asString()));
            var next = page.body().at("/nextCursor");
            cursor = next.isMissingNode() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());

        assertThat(ids).hasSize(25).doesNotHaveDuplicates().startsWith("e24", "e23", "e22", "e21", "e20");
        var count =
                service.get(API + "events/count?" + RECENT_DAY + "&type=PAGED").body();
        assertThat(count.at("/count").asLong()).isEqualTo(25);
        assertThat(count.at("/meta/source").asString()).isEqualTo("clickhouse");
        var one = service.get(API + "events?type=PAGED&userId=u1&" + RECENT_DAY + "&limit=1")
                .body();
        assertThat(one.at("/events/0/properties/n").asInt()).isEqualTo(1);
    }

    @Test
    void shouldTreatWhatACallerSendsAsDataWhenItLooksLikeSql() {
        var evil = URLEncoder.encode("x' OR 1=1 -- {tenant:String}\\", StandardCharsets.UTF_8);

        var answer = service.get(API + "events/count?" + RECENT_DAY + "&type=" + evil);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/count").asLong(-1)).isZero();
    }

    @Test
    void shouldHaveTheSameAnswersWhenRestarted() {
        Data.cell(TENANT, Granularity.DAY, "RESTART", DAY, 11);
        var path = API + "metrics/events/series?granularity=day&dimension=RESTART&from=2026-03-01&to=2026-03-02";
        eventually(path, 11);

        service.close();
        Data.cell(TENANT, Granularity.DAY, "RESTART", DAY, 12);
        service = ServiceFixture.start("it-1", folder, Map.of());

        eventually(path, 12);
        await().until(() -> service.get(path).body().at("/meta/lagMs").asLong(-1) == 0);
    }

    @Test
    void shouldRestoreFromTheTopicItselfAndWriteToNoTopic() throws Exception {
        Data.cell(TENANT, Granularity.DAY, "RESTORED", DAY, 21);
        var path = API + "metrics/events/series?granularity=day&dimension=RESTORED&from=2026-03-01&to=2026-03-02";
        eventually(path, 21);
        service.close();

        service = ServiceFixture.start("it-1", folder.resolve("empty"), Map.of());

        assertThat(service.get(path).body().at("/total").asLong()).isEqualTo(21);
        await().until(() -> service.get(path).body().at("/meta/lagMs").asLong(-1) == 0);
        assertThat(topics()).noneMatch(name -> name.contains("changelog") || name.contains("repartition"));
    }

    @Test
    void shouldAnswerFromTheStoreWhenRedisAndClickHouseAreAway() {
        Data.cell(TENANT, Granularity.DAY, "ALONE", DAY, 31);
        service.close();
        service = ServiceFixture.start(
                "it-1", folder, Map.of("REDIS_URL", "redis://127.0.0.1:1", "CLICKHOUSE_URL", "http://127.0.0.1:1"));
        try {
            eventually(API + "metrics/events/series?granularity=day&dimension=ALONE&from=2026-03-01&to=2026-03-02", 31);
            var realtime = service.get(API + "realtime");
            assertThat(realtime.status()).isEqualTo(200);
            assertThat(realtime.body().at("/meta/degraded/0").asString()).isEqualTo("redis");
            var events = service.get(API + "events");
            assertThat(events.status()).isEqualTo(503);
            assertThat(events.body().at("/source").asString()).isEqualTo("clickhouse");
            assertThat(service.get("/health/readiness").status()).isEqualTo(200);
            assertThat(service.get("/health").raw().body()).contains("degraded");
        } finally {
            service.close();
            service = ServiceFixture.start("it-1", folder, Map.of());
        }
    }

    @Test
    void shouldKeepTenantsApart() {
        Data.cell("other", Granularity.HOUR, Metric.TOTAL, DAY.plusSeconds(7200), 1_000_000);

        var own = service.get("/analytics/metrics/" + TENANT);
        var others = service.get("/analytics/metrics/other");

        assertThat(own.status()).isEqualTo(200);
        assertThat(others.status()).isEqualTo(403);
    }

    @Test
    void shouldEndAPageOfLargeEventsEarlyAndGoOnBehindIt() {
        Data.largeEvents(TENANT, "LARGE", 200, 60_000, RECENT);

        var ids = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        var path = API + "events?type=LARGE&" + RECENT_DAY + "&limit=1000";
        var cursor = "";
        do {
            var page = service.get(path + cursor);
            assertThat(page.status()).isEqualTo(200);
            sizes.add(page.raw().body().length());
            page.body()
                    .at("/events")
                    .forEach(event -> ids.add(event.at("/eventId").asString()));
            var next = page.body().at("/nextCursor");
            cursor = next.isMissingNode() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());

        assertThat(ids).hasSize(200).doesNotHaveDuplicates();
        assertThat(sizes).hasSize(4).allMatch(size -> size < 4_100_000);
    }

    private static ServiceFixture.Answer eventually(String path, long total) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var answer = service.get(path);
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
            assertThat(answer.body().at("/total").asLong()).isEqualTo(total);
        });
        return service.get(path);
    }

    private static List<String> topics() throws Exception {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", (Object) DevStack.shared().kafkaBootstrapServers()))) {
            return List.copyOf(new HashSet<>(admin.listTopics().names().get()));
        }
    }
}
