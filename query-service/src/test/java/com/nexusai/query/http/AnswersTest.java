package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.query.TopicPipe;
import com.nexusai.query.store.TodayCounters.Counts;
import com.nexusai.schema.aggregate.UserProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {
    private static final String API = "/api/v1/analytics/";

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
    void shouldGiveTheLastDayByHourWhenNothingElseIsAsked() {
        var answer = fixture.get(API + "metrics/events/series").body();

        assertThat(answer.at("/points").size()).isEqualTo(24);
        assertThat(answer.at("/from").asString()).isEqualTo("2026-02-28T13:00:00Z");
        assertThat(answer.at("/total").asLong()).isEqualTo(6);
        assertThat(answer.at("/points/23/count").asLong()).isEqualTo(6);
    }

    @Test
    void shouldLeaveOutEmptyWindowsWhenFillIsFalse() {
        var answer =
                fixture.get(API + "metrics/events/series?granularity=day&fill=false&from=2026-02-01&to=2026-03-02");

        assertThat(answer.body().at("/points").toString())
                .isEqualTo("[{\"start\":\"2026-02-28T00:00:00Z\",\"value\":2.0,\"count\":2},"
                        + "{\"start\":\"2026-03-01T00:00:00Z\",\"value\":6.0,\"count\":6}]");
    }

    @Test
    void shouldTakeEpochMillisAndOffsets() {
        var millis = fixture.get(API + "metrics/events/series?from=1772236800000&to=1772323200000");
        var offset = fixture.get(
                API + "metrics/events/series?from=2026-02-28T01:00:00%2B01:00&to=2026-03-01T01:00:00+01:00");

        assertThat(millis.status()).isEqualTo(200);
        assertThat(offset.body().at("/points")).isEqualTo(millis.body().at("/points"));
    }

    @Test
    void shouldRankTypesWithTheirShares() {
        var answer = fixture.get(API + "top-events?limit=1&from=2026-02-01&to=2026-03-02")
                .body();

        assertThat(answer.at("/total").asLong()).isEqualTo(8);
        assertThat(answer.at("/events").toString()).isEqualTo("[{\"type\":\"LOGIN\",\"count\":6,\"share\":0.75}]");
    }

    @Test
    void shouldTellTodayFromTheLastDayOnThePlatform() {
        var answer = fixture.get("/analytics/metrics/" + TopicPipe.TENANT).body();

        assertThat(answer.at("/today/events").asLong()).isEqualTo(6);
        assertThat(answer.at("/today/byType").size()).isEqualTo(1);
        assertThat(answer.at("/last24h/from").asString()).isEqualTo("2026-02-28T13:00:00Z");
        assertThat(answer.at("/last24h/byType/LOGIN").asLong()).isEqualTo(6);
    }

    @Test
    void shouldRefuseThePathOfAnotherTenant() {
        assertThat(fixture.get("/analytics/metrics/other").status()).isEqualTo(403);
    }

    @Test
    void shouldFindAProfileAndMissAnother() {
        fixture.pipe.profile(
                UserProfile.of(TopicPipe.TENANT, "u/1", AnswersFixture.NOW, AnswersFixture.NOW, Map.of("LOGIN", 1L)));

        assertThat(fixture.get(API + "user/u%2F1/metrics").text("/userId")).isEqualTo("u/1");
        assertThat(fixture.get(API + "user/u2/metrics").status()).isEqualTo(404);
    }

    @Test
    void shouldMissAMetricThatNobodyKnowsAndNotOneWithoutEvents() {
        assertThat(fixture.get(API + "metrics/evnts/series").status()).isEqualTo(404);
        assertThat(fixture.get(API + "metrics/events/series?dimension=NEVER")
                        .body()
                        .at("/total")
                        .asLong(-1))
                .isZero();
    }

    @Test
    void shouldAskHistoryEightQuestionsAtOnceAndTellOthersToComeAgain() throws Exception {
        fixture.historyAnswers = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = new ArrayList<Future<AnswersFixture.Answer>>();
            for (int i = 0; i < 8; i++) {
                held.add(callers.submit(() -> fixture.get(API + "events")));
            }
            await().until(() -> fixture.historyAsked.get() == 8);

            var refused = fixture.get(API + "events/count");
            fixture.historyAnswers.countDown();

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.raw().headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.text("/source")).isEqualTo("clickhouse");
            for (var answer : held) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
        assertThat(fixture.get(API + "events/count").status()).isEqualTo(200);
    }

    @Test
    void shouldTakeTheStoreWhenRedisIsAwayOrBehind() {
        var away = fixture.get(API + "realtime");
        fixture.redis = new Counts(5, Map.of("LOGIN", 5L));
        var behind = fixture.get(API + "realtime");
        fixture.redis = new Counts(7, Map.of("LOGIN", 7L));
        var ahead = fixture.get(API + "realtime");

        assertThat(away.text("/meta/source")).isEqualTo("store");
        assertThat(away.text("/meta/degraded/0")).isEqualTo("redis");
        assertThat(behind.body().at("/events").asLong()).isEqualTo(6);
        assertThat(behind.text("/meta/source")).isEqualTo("store");
        assertThat(ahead.body().at("/events").asLong()).isEqualTo(7);
        assertThat(ahead.text("/meta/source")).isEqualTo("redis");
        assertThat(ahead.body().at("/eventsPerMinute").asDouble()).isEqualTo(1.2);
    }

    @Test
    void shouldStillKnowTodayFromRedisWhenNoStoreIsReady() {
        fixture.places = java.util.List.of();
        fixture.redis = new Counts(7, Map.of("USER_LOGIN", 7L));

        var answer = fixture.get(API + "realtime");

        assertThat(answer.body().at("/events").asLong()).isEqualTo(7);
        assertThat(answer.text("/meta/degraded/0")).isEqualTo("store");
        assertThat(answer.body().at("/meta").has("asOf")).isFalse();
    }

    @Test
    void shouldNameTheSourceWhenHistoryIsAwayAndAnswerTheRest() {
        fixture.historyAway = true;

        var events = fixture.get(API + "events/count");

        assertThat(events.status()).isEqualTo(503);
        assertThat(events.text("/source")).isEqualTo("clickhouse");
        assertThat(events.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(fixture.get(API + "platform/metrics").status()).isEqualTo(200);
    }

    @Test
    void shouldSayHowOldHistoryIs() {
        var answer = fixture.get(API + "events/count?from=2026-03-01&to=2026-03-02");

        assertThat(answer.text("/meta/source")).isEqualTo("clickhouse");
        assertThat(answer.body().at("/meta/lagMs").asLong()).isEqualTo(1500);
        assertThat(answer.body().at("/count").asLong()).isEqualTo(2);
    }
}
