package com.nexusai.query;

import static com.nexusai.query.Data.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.schema.aggregate.UserProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three real instances: whichever is asked, while one leaves without a word and another joins, no number is wrong. */
class ThreeInstancesIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int USERS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> STANDBY = Map.of(
            "STREAMS_STANDBY_REPLICAS", "1", "STREAMS_LEAVE_ON_STOP", "false", "STREAMS_PROBING_INTERVAL_MS", "60000");

    @TempDir
    Path folder;

    @Test
    void shouldGiveTheRightNumbersWhileInstancesComeAndGo() {
        Data.topics();
        Data.apiKey();
        for (int i = 0; i < USERS; i++) {
            Data.profile(UserProfile.of(TENANT, "trio-" + i, NOON, NOON, Map.of("LOGIN", 1L + i)));
        }
        try (var one = ServiceFixture.start("trio-a", folder, STANDBY);
                var two = ServiceFixture.start("trio-b", folder, STANDBY)) {
            try (var three = ServiceFixture.start("trio-c", folder, STANDBY)) {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    for (var each : List.of(one, two, three)) {
                        assertThat(answerers(each))
                                .containsExactlyInAnyOrder("trio-a/active", "trio-b/active", "trio-c/active");
                    }
                });
            }
            // asked by a peer, an instance answers from what it has and asks nobody else
            assertThat(answerers(one, Map.of("X-Fleet-Hop", "1")))
                    .allMatch(answerer -> answerer.startsWith("trio-a/") || answerer.equals("503"));
            // its group still waits for it, so what it owned is read from the standbys of those that are left
            assertThat(answerers(one)).doesNotContain("503").contains("trio-a/active", "trio-b/active");
            assertThat(answerers(two)).doesNotContain("503").anyMatch(answerer -> answerer.endsWith("/standby"));

            shouldHaveNoGapWhileAnotherJoins(one);
        }
    }

    private void shouldHaveNoGapWhileAnotherJoins(ServiceFixture asked) {
        var joined = new AtomicBoolean();
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            var seen = asking.submit(() -> {
                var all = new HashSet<String>();
                while (!joined.get()) {
                    all.addAll(answerers(asked));
                }
                return all;
            });
            try (var four = ServiceFixture.start("trio-d", folder, STANDBY)) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(answerers(four)).doesNotContain("503"));
                joined.set(true);
                // each answer was right, and there was always one
                assertThat(await().until(() -> seen.isDone() ? seen.resultNow() : null, Objects::nonNull))
                        .doesNotContain("503");
            } finally {
                joined.set(true);
            }
        }
    }

    /** Who answered, of answers that are all right and all say how fresh they are. */
    private static Set<String> answerers(ServiceFixture service) {
        return answerers(service, Map.of());
    }

    private static Set<String> answerers(ServiceFixture service, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + Data.KEY);
        var instances = new HashSet<String>();
        for (int i = 0; i < USERS; i++) {
            var answer = service.get("/api/v1/analytics/user/trio-" + i + "/metrics", headers);
            if (answer.status() == 503) {
                assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
                instances.add("503");
                continue;
            }
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
            assertThat(answer.body().at("/events").asLong()).isEqualTo(1L + i);
            var meta = answer.body().at("/meta");
            assertThat(meta.at("/lagMs").isNumber()).as(meta.toString()).isTrue();
            instances.add(
                    meta.at("/instance").asString() + "/" + meta.at("/copy").asString());
        }
        return instances;
    }
}
