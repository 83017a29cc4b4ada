package com.nexusai.aggregator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private final Rhythm rhythm = new Rhythm(Duration.ofMillis(100), Duration.ofSeconds(2));

    @Test
    void shouldBeatSoonWhileTheInputIsFresh() {
        rhythm.arrived(10_000);

        assertThat(rhythm.beats(10_050)).isTrue();
        assertThat(rhythm.beats(10_100)).isFalse();
        assertThat(rhythm.beats(10_150)).isTrue();
    }

    @Test
    void shouldLetMoreComeTogetherWhileItIsBehind() {
        rhythm.arrived(10_000);

        assertThat(rhythm.beats(20_000)).isTrue();
        rhythm.arrived(12_000);
        assertThat(rhythm.beats(21_900)).isFalse();
        assertThat(rhythm.beats(22_000)).isTrue();
    }

    @Test
    void shouldBeQuickAgainWhenItHasCaughtUp() {
        rhythm.arrived(10_000);
        rhythm.beats(20_000);
        rhythm.arrived(20_050);
        rhythm.arrived(19_000);

        assertThat(rhythm.beats(20_100)).isTrue();
    }
}
