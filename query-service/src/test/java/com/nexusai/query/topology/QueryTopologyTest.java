package com.nexusai.query.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.TopicPipe;
import com.nexusai.query.processor.Applied;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import com.nexusai.schema.aggregate.UserProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTopologyTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String KEY = new Series(TopicPipe.TENANT, Metric.EVENTS, Granularity.MINUTE, "LOGIN")
            .at(NOON)
            .text();

    @TempDir
    Path folder;

    @Test
    void shouldBeAsDescribedInTheGoldenFile() throws IOException {
        try (var golden = getClass().getResourceAsStream("/golden/query-topology.txt")) {
            assertThat(golden).isNotNull();
            assertThat(QueryTopology.build(new Applied()).describe().toString())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void shouldKeepTheNewestCellWhenAKeyIsWrittenAgain() {
        try (var pipe = new TopicPipe(folder)) {
            pipe.count("LOGIN", NOON, 2);
            pipe.count("LOGIN", NOON, 3);

            assertThat(pipe.store(TopicStore.CELLS).get(KEY).count()).isEqualTo(5);
        }
    }

    @Test
    void shouldForgetACellWhenItsTombstoneCame() {
        try (var pipe = new TopicPipe(folder)) {
            pipe.count("LOGIN", NOON, 2);

            pipe.pipe(TopicStore.CELLS, KEY, null);

            assertThat(pipe.store(TopicStore.CELLS).get(KEY)).isNull();
        }
    }

    @Test
    void shouldKeepProfilesByTenantAndActor() {
        var profile = UserProfile.of(TopicPipe.TENANT, "a/b", NOON, NOON, Map.of("LOGIN", 1L));
        try (var pipe = new TopicPipe(folder)) {
            pipe.profile(profile);

            assertThat(pipe.store(TopicStore.PROFILES).get("acme/a/b")).isEqualTo(profile);
        }
    }

    @Test
    void shouldWriteNothingToAnyTopic() {
        try (var pipe = new TopicPipe(folder)) {
            pipe.count("LOGIN", NOON, 2);

            assertThat(pipe.driver().producedTopicNames()).isEmpty();
        }
    }

    @Test
    void shouldTellHowFarAStoreIsFilled() {
        try (var pipe = new TopicPipe(folder)) {
            pipe.count("LOGIN", NOON, 2);

            assertThat(pipe.applied().last(TopicStore.CELLS.name(), 0))
                    .contains(new Applied.Last(8, Instant.ofEpochMilli(1_000)));
        }
    }
}
