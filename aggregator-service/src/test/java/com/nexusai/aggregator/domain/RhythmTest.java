package com.nexusai.aggregator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private final Tempo tempo = new Tempo();
    private final Rhythm rhythm = new Rhythm(tempo, Duration.ofMillis(100), Duration.ofSeconds(2));
    private long done;

    @Test
    void shouldBeatSoonWhileTheInputIsFresh() {
        rhythm.read(10_000, 10_050);

        assertThat(beats(10_050)).isTrue();
        assertThat(beats(10_149)).isFalse();
        assertThat(beats(10_150)).isTrue();
    }

    @Test
    void shouldLetMoreComeTogetherWhileItIsBehind() {
        rhythm.read(10_000, 20_100);

        assertThat(beats(20_100)).isTrue();
        rhythm.read(12_000, 22_000);
        assertThat(beats(22_099)).isFalse();
        assertThat(beats(22_100)).isTrue();
    }

    @Test
    void shouldNotWaitWhenEnoughCameTogether() {
        rhythm.read(10_000, 20_000);
        beats(20_000);
        rhythm.enough();

        assertThat(beats(20_001)).isTrue();
        assertThat(beats(20_002)).isFalse();
    }

    @Test
    void shouldBeQuickAgainWhenItHasCaughtUp() {
        rhythm.read(10_000, 20_000);
        beats(20_000);
        rhythm.read(21_050, 21_100);

        assertThat(beats(21_100)).isTrue();
    }

    @Test
    void shouldHaveAllOfAThreadBeatTogetherHoweverLongItTakesThem() {
        rhythm.read(10_000, 20_000);
        beats(20_000);
        long others = 0;

        assertThat(rhythm.beats(others, 23_000)).isTrue();
        others = rhythm.beat();

        assertThat(others).isEqualTo(done);
        assertThat(beats(23_001)).isTrue();
        assertThat(rhythm.beats(others, 23_002)).isTrue();
    }

    private boolean beats(long nowMillis) {
        boolean now = rhythm.beats(done, nowMillis);
        done = rhythm.beat();
        return now;
    }
}
