package com.nexusai.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final int DAYS = 14;
    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private static List<List<DemoEvent>> days(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        History history = new History(Town.of(300, random), DAYS, NOW, random);
        return IntStream.rangeClosed(0, DAYS).mapToObj(history::of).toList();
    }

    @Test
    void shouldTellEachDayInOrderAndNothingAfterNow() {
        List<List<DemoEvent>> days = days(1);

        assertThat(days).allSatisfy(events -> {
            assertThat(events).isNotEmpty();
            assertThat(events).extracting(DemoEvent::timestamp).isSorted();
        });
        assertThat(days.getLast())
                .allSatisfy(event -> assertThat(event.timestamp()).isBeforeOrEqualTo(NOW));
        Instant first = days.getFirst().getFirst().timestamp();
        assertThat(first).isAfterOrEqualTo(NOW.truncatedTo(ChronoUnit.DAYS).minus(DAYS, ChronoUnit.DAYS));
    }

    @Test
    void shouldShowPeopleWhoComeBackLessAndLess() {
        List<List<DemoEvent>> days = days(2);
        List<String> cohort =
                days.getFirst().stream().map(DemoEvent::userId).distinct().toList();

        long nextDay = backOn(days.get(1), cohort);
        long weekLater = backOn(days.get(8), cohort);

        assertThat(nextDay).isBetween(1L, (long) cohort.size() - 1);
        assertThat(weekLater).isLessThan(nextDay);
    }

    @Test
    void shouldHoldPaymentsAndConversations() {
        List<String> types = days(3).stream()
                .flatMap(List::stream)
                .map(DemoEvent::type)
                .distinct()
                .toList();

        assertThat(types).contains("CONVERSATION_STARTED", "PAYMENT_COMPLETED", "SUBSCRIPTION_CREATED", "USER_LOGOUT");
    }

    private static long backOn(List<DemoEvent> events, List<String> cohort) {
        var there = events.stream().map(DemoEvent::userId).collect(Collectors.toSet());
        return cohort.stream().filter(there::contains).count();
    }
}
