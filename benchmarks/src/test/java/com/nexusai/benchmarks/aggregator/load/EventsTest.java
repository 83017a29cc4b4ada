package com.nexusai.benchmarks.aggregator.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventReader;
import com.nexusai.schema.event.EventWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void shouldMakeTheSameEventsWhenTheSeedIsTheSame() {
        assertThat(events(200, 1)).isEqualTo(events(200, 1));
        assertThat(events(200, 1)).isNotEqualTo(events(200, 2));
    }

    @Test
    void shouldMakeValidatedEventsOfALifelikeSize() {
        assertThat(events(200, 1)).allSatisfy(event -> {
            var json = EventWriter.write(event);
            assertThat(EventReader.read(json).toEvent()).isEqualTo(event);
            assertThat(json.length).isBetween(300, 560);
        });
    }

    @Test
    void shouldKeepEachUserInOneTenantAndUseAllTenants() {
        var tenantsOfUser = events(20_000, 1).stream()
                .collect(Collectors.groupingBy(Event::actor, Collectors.mapping(Event::tenantId, Collectors.toSet())));
        assertThat(tenantsOfUser.values())
                .allSatisfy(tenants -> assertThat(tenants).hasSize(1));
        assertThat(tenantsOfUser.values().stream()
                        .flatMap(tenants -> tenants.stream())
                        .distinct())
                .hasSize(10);
    }

    @Test
    void shouldBeLateNowAndThenAndNeverByMoreThanTwoHours() {
        var late = events(20_000, 1).stream()
                .map(event -> Duration.between(event.timestamp(), NOON))
                .toList();
        assertThat(late).allSatisfy(by -> assertThat(by).isBetween(Duration.ZERO, Duration.ofHours(2)));
        assertThat(late.stream()
                        .filter(by -> by.compareTo(Duration.ofSeconds(2)) > 0)
                        .count())
                .isBetween(1_500L, 2_500L);
    }

    @Test
    void shouldLieAroundAMidnightThatIsPast() {
        var now = Instant.parse("2026-01-31T01:00:00Z");
        var workload = Workload.aroundMidnight(10, 1, 1, Duration.ofHours(6), now);
        assertThat(workload.begin()).isEqualTo("2026-01-29T21:00:00Z");
        assertThat(workload.begin().plus(workload.span())).isBefore(now);
    }

    private static List<Event> events(int count, long seed) {
        var events = new Events(new Workload(count, 10, 5_000, NOON, Duration.ZERO, seed));
        return IntStream.range(0, count).mapToObj(i -> events.next(NOON)).toList();
    }
}
