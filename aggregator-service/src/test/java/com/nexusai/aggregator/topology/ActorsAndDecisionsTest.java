package com.nexusai.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Ranked;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the topology says beside the cells of events: profiles, sessions, rankings, decisions. */
class ActorsAndDecisionsTest {
    @TempDir
    Path state;

    private Flow flow;

    @BeforeEach
    void start() {
        flow = new Flow(state);
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void shouldKeepAProfileOfEachActor() {
        flow.send("USER_LOGIN", "u/1", "2026-01-31T09:30:00Z");
        flow.send("MESSAGE_SENT", "u/1", "2026-01-31T09:29:00Z");
        flow.beat();

        var profile = flow.profiles.readKeyValue();
        assertThat(profile.key).isEqualTo("default/u/1");
        assertThat(profile.value.actor()).isEqualTo("u/1");
        assertThat(profile.value.events()).isEqualTo(2);
        assertThat(profile.value.messagesSent()).isEqualTo(1);
        assertThat(profile.value.sessions()).isEqualTo(1);
        assertThat(profile.value.eventsByType()).isEqualTo(Map.of("USER_LOGIN", 1L, "MESSAGE_SENT", 1L));
        assertThat(profile.value.firstSeen()).isEqualTo("2026-01-31T09:29:00Z");
        assertThat(profile.value.lastSeen()).isEqualTo("2026-01-31T09:30:00Z");
        assertThat(flow.profiles.isEmpty()).isTrue();
    }

    @Test
    void shouldSendSessionsOnWithinSeconds() {
        flow.send("USER_LOGIN", "u-1", "2026-01-31T09:00:00Z");
        flow.send("USER_LOGIN", "u-1", "2026-01-31T09:20:00Z");
        flow.advance(Duration.ofSeconds(10));

        var session = flow.sessions.readValue();
        assertThat(session.events()).isEqualTo(2);
        assertThat(session.start()).isEqualTo("2026-01-31T09:00:00Z");
        assertThat(session.end()).isEqualTo("2026-01-31T09:20:00Z");
        assertThat(flow.sessions.isEmpty()).isTrue();
    }

    @Test
    void shouldRankActorsByTheirEvents() {
        for (int user = 1; user <= 120; user++) {
            for (int event = 0; event < (user <= 2 ? 3 : 1); event++) {
                flow.send("A", "u-%03d".formatted(user), "2026-01-31T09:30:00Z");
            }
        }
        flow.beat();

        var top =
                flow.cells().get("default/top_users/day/*/2026-01-31T00:00:00Z").top();
        assertThat(top)
                .hasSize(100)
                .startsWith(new Ranked("u-001", 3), new Ranked("u-002", 3), new Ranked("u-003", 1))
                .endsWith(new Ranked("u-100", 1));
    }

    @Test
    void shouldCountDecisionsByWhatWasDecided() {
        var decision = new Decision(
                "d-1",
                "default",
                "c-1",
                "case-1",
                ContentKind.MESSAGE,
                null,
                Outcome.REVIEW,
                0.5,
                Map.of(),
                List.of(),
                "p",
                true,
                null,
                Instant.parse("2026-01-31T09:30:00Z"));
        flow.input(Topics.MODERATION_DECISIONS).pipeInput("default/c-1", decision);
        flow.beat();

        var counts = counts(flow.cells());
        assertThat(counts)
                .containsEntry("default/moderation_outcomes/hour/REVIEW/2026-01-31T09:00:00Z", 1L)
                .containsEntry("default/moderation_outcomes/hour/*/2026-01-31T09:00:00Z", 1L);
        assertThat(counts.keySet()).allMatch(key -> key.contains("moderation_outcomes"));
    }

    private static Map<String, Long> counts(Map<String, Cell> cells) {
        var counts = new TreeMap<String, Long>();
        cells.forEach((key, cell) -> counts.put(key, cell.count()));
        return counts;
    }
}
