package com.nexusai.query.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventPageTest {
    private final List<String> read = new ArrayList<>();

    @Test
    void shouldHoldAllWhenTheyFit() {
        var page = EventPage.fill(events(3, 100), 3, 1_000);

        assertThat(page.events()).hasSize(3);
        assertThat(page.more()).isFalse();
    }

    @Test
    void shouldEndAtTheLimit() {
        var page = EventPage.fill(events(4, 100), 3, 1_000);

        assertThat(page.events()).hasSize(3);
        assertThat(page.more()).isTrue();
    }

    @Test
    void shouldEndBeforeTheEventThatDoesNotFitAndReadNoFurther() {
        var page = EventPage.fill(events(1_000, 300), 1_000, 1_000);

        assertThat(page.events()).extracting(StoredEvent::eventId).containsExactly("e0", "e1", "e2");
        assertThat(page.more()).isTrue();
        assertThat(read).hasSize(4);
    }

    @Test
    void shouldHoldOneEventWhenItAloneIsTooLarge() {
        var first = EventPage.fill(events(2, 5_000), 10, 1_000);
        var last = EventPage.fill(events(1, 5_000), 10, 1_000);

        assertThat(first.events()).hasSize(1);
        assertThat(first.more()).isTrue();
        assertThat(last.events()).hasSize(1);
        assertThat(last.more()).isFalse();
    }

    @Test
    void shouldCountBytesAndNotCharacters() {
        var page = EventPage.fill(
                List.of(event("e0", "ü".repeat(500)), event("e1", "ü".repeat(500)))
                        .iterator(),
                10,
                1_500);

        assertThat(page.events()).hasSize(1);
    }

    private Iterator<StoredEvent> events(int count, int bytes) {
        return IntStream.range(0, count)
                .mapToObj(i -> event("e" + i, "x".repeat(bytes)))
                .peek(event -> read.add(event.eventId()))
                .iterator();
    }

    private static StoredEvent event(String id, String properties) {
        return new StoredEvent(
                id, "T", null, null, null, "a", Instant.EPOCH, Instant.EPOCH, properties, "{}", null, null);
    }
}
