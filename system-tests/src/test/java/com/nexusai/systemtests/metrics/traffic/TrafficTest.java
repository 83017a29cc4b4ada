package com.nexusai.systemtests.metrics.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.domain.Provenance;
import com.nexusai.ingest.domain.Verdict;
import com.nexusai.schema.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    private static final Duration SPAN = Duration.ofDays(6);
    private static final int EVENTS = 20_000;

    @Test
    void shouldHaveExactlyAsManyGoodEventsAsWereAskedFor() {
        for (long seed = 0; seed < 5; seed++) {
            assertThat(validated(Traffic.of(seed, NOW, SPAN, 4_000)))
                    .as("seed %s", seed)
                    .hasSize(4_000);
        }
    }

    @Test
    void shouldBeTheSameForTheSameSeed() {
        assertThat(Traffic.of(7, NOW, SPAN, 1000))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(Traffic.of(7, NOW, SPAN, 1000));
        assertThat(Traffic.of(8, NOW, SPAN, 1000))
                .usingRecursiveFieldByFieldElementComparator()
                .isNotEqualTo(Traffic.of(7, NOW, SPAN, 1000));
    }

    @Test
    void shouldHoldWhatIsHard() {
        var traffic = Traffic.of(1, NOW, SPAN, EVENTS);
        var events = validated(traffic);

        assertThat(traffic.size()).isBetween(EVENTS + EVENTS / 25, EVENTS + EVENTS / 8);
        assertThat(events).extracting(Event::tenantId).contains("acme", "globex.eu", "tiny_1");
        assertThat(events).extracting(Event::actor).contains(null, "a/b", "😀", "Ａ", "*");
        assertThat(events.stream().filter(event -> event.sessionId() == null).count())
                .isBetween(EVENTS / 5L, EVENTS * 4L / 5);
        assertThat(sharedIds(events)).isPositive();
        assertThat(traffic.stream().filter(delivery -> delivery.key() == null)).isNotEmpty();
        assertThat(NOW.minus(SPAN))
                .isBeforeOrEqualTo(first(events))
                .isAfter(first(events).minus(Duration.ofHours(2)));
    }

    /** As ingest-service judges and deduplicates, all in one place. */
    private static List<Event> validated(List<Delivery> traffic) {
        var admission = new Admission(Limits.DEFAULT);
        var seen = new HashSet<String>();
        var events = new ArrayList<Event>();
        int offset = 0;
        for (var delivery : traffic) {
            var verdict = admission.judge(delivery.json(), new Provenance(null, "made-up-" + offset++, NOW));
            if (verdict instanceof Verdict.Accepted(Event event) && seen.add(event.key() + '\n' + event.eventId())) {
                events.add(event);
            }
        }
        return events;
    }

    private static long sharedIds(List<Event> events) {
        return events.stream().collect(Collectors.groupingBy(Event::eventId, Collectors.counting())).values().stream()
                .filter(count -> count > 1)
                .count();
    }

    private static Instant first(List<Event> events) {
        return events.stream().map(Event::timestamp).min(Instant::compareTo).orElseThrow();
    }
}
