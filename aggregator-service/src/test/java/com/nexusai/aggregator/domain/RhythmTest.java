package com.nexusai.aggregator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private final Tempo tempo = new Tempo();
    private final Rhythm rhythm = rhythm();

    @Test
    void shouldBeatSoonWhileTheInputIsFresh() {
        tempo.read(10_000, 10_050);

        assertThat(rhythm.beats(10_050)).isTrue();
        assertThat(rhythm.beats(10_099)).isFalse();
        assertThat(rhythm.beats(10_100)).isTrue();
    }

    @Test
    void shouldLetMoreComeTogetherWhileItIsBehind() {
        tempo.read(10_000, 20_100);

        assertThat(rhythm.beats(20_100)).isTrue();
        tempo.read(12_000, 21_900);
        assertThat(rhythm.beats(21_900)).isFalse();
        assertThat(rhythm.beats(22_000)).isTrue();
    }

    @Test
    void shouldBeQuickAgainWhenItHasCaughtUp() {
        tempo.read(10_000, 20_000);
        rhythm.beats(20_000);
        tempo.read(21_050, 21_100);

        assertThat(rhythm.beats(21_100)).isTrue();
    }

    @Test
    void shouldBeatTogetherWithTheOthers() {
        var other = rhythm();
        rhythm.beats(20_050);
        other.beats(20_090);
        tempo.read(10_000, 20_095);

        assertThat(rhythm.beats(20_100)).isFalse();
        assertThat(other.beats(20_100)).isFalse();
        tempo.read(10_000, 22_000);
        assertThat(rhythm.beats(22_000)).isTrue();
        assertThat(other.beats(22_000)).isTrue();
    }

    private Rhythm rhythm() {
        return new Rhythm(tempo, Duration.ofMillis(100), Duration.ofSeconds(2));
    }
}
