package com.nexusai.query.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.schema.aggregate.Granularity;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void shouldEndWithTheWindowAtHandWhenTheLastOnesAreAsked() {
        var range = TimeRange.last(24, Granularity.HOUR, NOON.plusSeconds(1));

        assertThat(range.to()).isEqualTo("2026-03-01T13:00:00Z");
        assertThat(range.from()).isEqualTo("2026-02-28T13:00:00Z");
    }

    @Test
    void shouldLeaveOutTheWindowAtHandWhenCompleteOnesAreAsked() {
        var range = TimeRange.lastComplete(60, Granularity.MINUTE, NOON.plusSeconds(59));

        assertThat(range).isEqualTo(new TimeRange(NOON.minusSeconds(3600), NOON));
    }

    @Test
    void shouldNotHoldItsEnd() {
        var range = new TimeRange(NOON, NOON.plusSeconds(60));

        assertThat(range.contains(NOON)).isTrue();
        assertThat(range.contains(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void shouldBeRefusedWhenItIsEmpty() {
        assertThatThrownBy(() -> new TimeRange(NOON, NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void shouldHaveOneWindowStartForEachWindowItCounts(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long from,
            @ForAll @IntRange(min = 1, max = 500_000) int seconds,
            @ForAll Granularity granularity) {
        var range = new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + seconds));

        var whole = range.wholeWindows(granularity);

        long starts = 0;
        for (var start = whole.from(); start.isBefore(whole.to()); start = granularity.next(start)) {
            starts++;
        }
        assertThat(starts).isEqualTo(range.windows(granularity));
        assertThat(whole.from()).isBeforeOrEqualTo(range.from());
        assertThat(whole.to()).isAfterOrEqualTo(range.to());
        assertThat(whole.wholeWindows(granularity)).isEqualTo(whole);
    }
}
