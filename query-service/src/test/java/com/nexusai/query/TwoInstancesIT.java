package com.nexusai.query;

import static com.nexusai.query.Data.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.schema.aggregate.UserProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real instances: each answers everything, from its own copy or from the other's. */
class TwoInstancesIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int USERS = 12;

    @TempDir
    Path folder;

    @Test
    void shouldAnswerEverythingFromEitherInstanceAndFromTheOneThatIsLeft() {
        Data.topics();
        Data.apiKey();
        for (int i = 0; i < USERS; i++) {
            Data.profile(UserProfile.of(TENANT, "pair-" + i, NOON, NOON, Map.of("LOGIN", 1L)));
        }
        var standby = Map.of("STREAMS_STANDBY_REPLICAS", "1", "STREAMS_LEAVE_ON_STOP", "false");
        try (var one = ServiceFixture.start("pair-a", folder, standby)) {
            try (var two = ServiceFixture.start("pair-b", folder, standby)) {
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                    assertThat(answerers(one)).containsExactlyInAnyOrder("pair-a/active", "pair-b/active");
                    assertThat(answerers(two)).containsExactlyInAnyOrder("pair-a/active", "pair-b/active");
                });
                assertThat(hop(one)).containsAnyOf("pair-a/standby", "503");
            }
            // the other has left without a word, and nobody has taken its partitions over yet
            var answeredBy = answerers(one);

            assertThat(answeredBy).contains("pair-a/standby").doesNotContain("503");
        }
    }

    private static Set<String> answerers(ServiceFixture service) {
        return answerers(service, Map.of("Authorization", "Bearer " + Data.KEY));
    }

    /** A request that has made its hop goes no further. */
    private static Set<String> hop(ServiceFixture service) {
        var answers = answerers(service, Map.of("Authorization", "Bearer " + Data.KEY, "X-Fleet-Hop", "1"));
        assertThat(answers).noneMatch(answer -> answer.startsWith("pair-b"));
        return answers;
    }

    private static Set<String> answerers(ServiceFixture service, Map<String, String> headers) {
        var instances = new HashSet<String>();
        for (int i = 0; i < USERS; i++) {
            var answer = service.get("/api/v1/analytics/user/pair-" + i + "/metrics", headers);
            if (answer.status() == 503) {
                assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
                instances.add("503");
                continue;
            }
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
            assertThat(answer.body().at("/events").asLong()).isEqualTo(1);
            var meta = answer.body().at("/meta");
            instances.add(
                    meta.at("/instance").asString() + "/" + meta.at("/copy").asString());
        }
        return instances;
    }
}
