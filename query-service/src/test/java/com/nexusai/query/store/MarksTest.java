package com.nexusai.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final Instant NOW = Instant.EPOCH;

    private final Marks marks = new Marks();

    @Test
    void shouldKnowNothingWhenNoMarkIsReached() {
        marks.add(NOW, 10);
        marks.position(9);

        assertThat(marks.reachedAt()).isNull();
        assertThat(marks.current()).isFalse();
    }

    @Test
    void shouldBeCurrentWhenTheNewestMarkIsReached() {
        marks.add(NOW, 10);
        marks.add(NOW.plusMillis(250), 12);
        marks.position(12);

        assertThat(marks.reachedAt()).isEqualTo(NOW.plusMillis(250));
        assertThat(marks.current()).isTrue();
    }

    @Test
    void shouldBeAsOldAsTheLastMarkReachedWhenItIsBehind() {
        marks.add(NOW, 10);
        marks.add(NOW.plusMillis(250), 100);
        marks.position(50);

        assertThat(marks.reachedAt()).isEqualTo(NOW);
        assertThat(marks.current()).isFalse();
    }

    @Test
    void shouldBeCurrentAtOnceWhenTheTopicIsEmpty() {
        marks.add(NOW, 0);
        marks.position(-1);

        assertThat(marks.current()).isTrue();
    }

    @Test
    void shouldBeCurrentWhenNothingIsLeftAndTheTopicHasNotGrownSinceTheLookBefore() {
        marks.add(NOW, 10);
        marks.nothingLeft();
        assertThat(marks.reachedAt()).isNull();

        marks.add(NOW.plusMillis(250), 10);
        marks.nothingLeft();
        assertThat(marks.current()).isTrue();

        marks.add(NOW.plusMillis(500), 11);
        marks.nothingLeft();
        assertThat(marks.current()).isFalse();
        assertThat(marks.reachedAt()).isEqualTo(NOW.plusMillis(250));
    }

    @Test
    void shouldForgetTheOldestWhenThousandsAreAhead() {
        for (int i = 0; i < 5_000; i++) {
            marks.add(NOW.plusMillis(i), 1_000 + i);
        }
        marks.position(5_999);

        assertThat(marks.current()).isTrue();
    }
}
