package com.nexusai.query.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.aggregate.Granularity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PointsTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void shouldBeZeroWhereThereIsNoCell() {
        var range = new TimeRange(START, START.plusSeconds(180));

        var filled = Points.filled(List.of(new Point(START.plusSeconds(60), 7)), range, Granularity.MINUTE);

        assertThat(filled)
                .containsExactly(
                        new Point(START, 0), new Point(START.plusSeconds(60), 7), new Point(START.plusSeconds(120), 0));
    }

    @Property
    void shouldKeepEveryPointAndTheSumWhenFilled(
            @ForAll Set<@IntRange(min = 0, max = 299) Integer> minutes, @ForAll @IntRange(min = 1, max = 9) int count) {
        var range = new TimeRange(START, START.plusSeconds(300 * 60));
        var points = minutes.stream()
                .sorted()
                .map(minute -> new Point(START.plusSeconds(60L * minute), count))
                .toList();

        var filled = Points.filled(points, range, Granularity.MINUTE);

        assertThat(filled).hasSize(300).containsAll(points);
        assertThat(filled).extracting(Point::start).isSorted().doesNotHaveDuplicates();
        assertThat(Points.sum(filled)).isEqualTo((long) count * minutes.size());
    }
}
