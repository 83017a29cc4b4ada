package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that were given before, and answers that have not changed. */
class CacheTest {
    private static final String BY_PLAN =
            "/api/v1/analytics/metrics/aggregated?metrics=events&breakdown=properties.plan&from=2026-02-01&to=2026-03-01";
    private static final String SERIES = "/api/v1/analytics/metrics/events/series?granularity=hour";

    @TempDir
    Path folder;

    private AnswersFixture fixture;

    @BeforeEach
    void open() {
        fixture = new AnswersFixture(folder);
        fixture.archive.groups = Map.of("pro", FakeArchive.count(60));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldAskClickHouseOnceAndSayThatTheAnswerWasMadeBefore() {
        var first = fixture.get(BY_PLAN);
        var second = fixture.get(BY_PLAN);

        assertThat(fixture.archive.measured).hasSize(1);
        assertThat(first.body().at("/meta").has("cachedMs")).isFalse();
        assertThat(second.body().at("/meta/cachedMs").asLong(-1)).isZero();
        assertThat(second.body().at("/results")).isEqualTo(first.body().at("/results"));
        assertThat(second.text("/meta/asOf")).isEqualTo(first.text("/meta/asOf"));
    }

    @Test
    void shouldAskAgainWhenNewDataHasCome() {
        fixture.get(BY_PLAN);
        fixture.newest = fixture.newest.plusMillis(1);
        fixture.archive.groups = Map.of("pro", FakeArchive.count(61));

        var answer = fixture.get(BY_PLAN);

        assertThat(answer.body().at("/results/0/groups/0/value").asDouble()).isEqualTo(61);
        assertThat(answer.body().at("/meta").has("cachedMs")).isFalse();
    }

    @Test
    void shouldTellOneQuestionFromAnother() {
        fixture.get(BY_PLAN);
        fixture.get(BY_PLAN.replace("2026-02-01", "2026-02-02"));
        fixture.get(BY_PLAN + "&filter=type%20%3D%20'A'");
        fixture.get(BY_PLAN + "&limit=5");

        assertThat(fixture.archive.measured).hasSize(4);
        assertThat(fixture.cache.kept.keySet()).hasSize(4).allMatch(key -> key.startsWith("acme:answers:"));
    }

    @Test
    void shouldNotKeepWhatTheStoresAnswer() {
        fixture.get(SERIES);

        assertThat(fixture.cache.kept).isEmpty();
    }

    @Test
    void shouldAnswerWhenTheCacheIsAwayOrHoldsSomethingElse() {
        fixture.cache.away = true;
        assertThat(fixture.get(BY_PLAN).body().at("/results/0/groups/0/value").asDouble())
                .isEqualTo(60);

        try (var other = new AnswersFixture(folder.resolve("other"))) {
            other.archive.groups = Map.of("pro", FakeArchive.count(60));
            other.get(BY_PLAN);
            other.cache.kept.replaceAll((_, _) -> "[");

            assertThat(other.get(BY_PLAN).body().at("/results/0/groups/0/value").asDouble())
                    .isEqualTo(60);
        }
    }

    @Test
    void shouldSayThatNothingHasChanged() {
        var first = fixture.get(SERIES);
        var tag = first.raw().headers().firstValue("ETag").orElseThrow();

        var second = fixture.get(SERIES, "If-None-Match", "\"other\", " + tag);

        assertThat(second.status()).isEqualTo(304);
        assertThat(second.raw().body()).isEmpty();
        assertThat(second.raw().headers().firstValue("ETag")).contains(tag);
        assertThat(second.raw().headers().firstValue("X-Data-As-Of")).contains("2026-03-01T12:30:15Z");
    }

    @Test
    void shouldSayWhatHasChanged() {
        var tag = fixture.get(SERIES).raw().headers().firstValue("ETag").orElseThrow();
        fixture.pipe.count("LOGIN", AnswersFixture.NOW, 1);

        var answer = fixture.get(SERIES, "If-None-Match", tag);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().headers().firstValue("ETag")).isPresent().isNotEqualTo(tag);
    }

    @Test
    void shouldKnowAnAnswerAgainWhateverItsMetaSays() {
        var tag = fixture.get(SERIES).raw().headers().firstValue("ETag").orElseThrow();
        fixture.places = List.of(AnswersFixture.STANDBY);

        assertThat(fixture.get(SERIES, "If-None-Match", tag).status()).isEqualTo(304);
    }
}
