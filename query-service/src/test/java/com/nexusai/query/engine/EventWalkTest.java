package com.nexusai.query.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.domain.EventPage;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.StoredEvent;
import com.nexusai.query.domain.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventWalkTest {
    private static final Instant TO = Instant.parse("2026-03-01T00:00:00Z");
    private static final TimeRange MONTH = new TimeRange(TO.minus(Duration.ofDays(28)), TO);
    private static final Comparator<StoredEvent> NEWEST_FIRST = Comparator.comparing(StoredEvent::timestamp)
            .thenComparing(StoredEvent::eventId)
            .reversed();

    private final List<StoredEvent> stored = new ArrayList<>();
    private int asked;
    private int sorted;

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 1_000, 60_000})
    void shouldMeetEachEventOnceNewestFirst(long millisBetween) {
        for (int i = 0; i < 12_345; i++) {
            stored.add(event(i, TO.minusMillis(1 + i * millisBetween)));
        }

        var met = all(1_000_000);

        assertThat(met).isSortedAccordingTo(NEWEST_FIRST).hasSize(12_345).doesNotHaveDuplicates();
    }

    @Test
    void shouldFindTheFewEventsOfALongTimeInFewLooks() {
        stored.add(event(1, MONTH.from()));
        stored.add(event(2, TO.minus(Duration.ofDays(20))));

        assertThat(all(10)).extracting(StoredEvent::eventId).containsExactly("e-000002", "e-000001");
        assertThat(asked).isLessThan(12);
    }

    @Test
    void shouldNotHaveTheWholeTimeSortedForEachPage() {
        for (int i = 0; i < 100_000; i++) {
            stored.add(event(i, TO.minusSeconds(1 + i)));
        }

        assertThat(all(1_000_000)).hasSize(100_000);
        // each event is sorted a few times, and not once for each of a hundred pages
        assertThat(sorted).isLessThan(1_000_000);
    }

    @Test
    void shouldStopAtTheMostThatIsWanted() {
        for (int i = 0; i < 5_000; i++) {
            stored.add(event(i, TO.minusSeconds(1 + i)));
        }

        assertThat(all(2_500)).hasSize(2_500);
    }

    private List<StoredEvent> all(int most) {
        var walk = new EventWalk(
                this::page,
                new EventQuestion("acme", MONTH, Optional.empty(), Optional.empty(), Optional.empty()),
                most);
        return Stream.generate(walk::next)
                .takeWhile(events -> !events.isEmpty())
                .flatMap(List::stream)
                .toList();
    }

    private EventPage page(EventQuestion question, Optional<StoredEvent.Position> after, int limit) {
        asked++;
        var meant = stored.stream()
                .filter(event -> question.range().contains(event.timestamp()))
                .filter(event -> after.isEmpty() || isAfter(event, after.get()))
                .sorted(NEWEST_FIRST)
                .toList();
        sorted += meant.size();
        return EventPage.fill(meant.iterator(), limit, 1_000_000);
    }

    private static boolean isAfter(StoredEvent event, StoredEvent.Position position) {
        int time = event.timestamp().compareTo(position.timestamp());
        return time < 0 || (time == 0 && event.eventId().compareTo(position.eventId()) < 0);
    }

    private static StoredEvent event(int number, Instant at) {
        return new StoredEvent(
                "e-%06d".formatted(number), "LOGIN", "ada", null, null, "ada", at, at, "{}", "{}", null, null);
    }

    @Test
    void shouldEndWhereThereIsNothing() {
        assertThat(all(10)).isEmpty();
        assertThat(asked).isLessThan(12);
    }
}
