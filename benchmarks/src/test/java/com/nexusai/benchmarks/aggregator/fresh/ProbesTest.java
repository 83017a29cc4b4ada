package com.nexusai.benchmarks.aggregator.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.topic.Partitions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final Instant MINUTE = Instant.parse("2026-01-31T12:00:00Z");

    private final Probes probes = new Probes(6);

    @Test
    void shouldHaveAnActorOnEachPartition() {
        for (int partition = 0; partition < 6; partition++) {
            assertThat(Partitions.of(probes.next(partition, MINUTE).key(), 6)).isEqualTo(partition);
        }
    }

    @Test
    void shouldTakeTheTimeOfEachProbeOnceWhenItsCellHasReachedIt() {
        var first = probes.next(2, MINUTE.plusSeconds(1));
        var second = probes.next(2, MINUTE.plusSeconds(2));
        probes.appended(first, 1_000);
        probes.appended(second, 1_050);

        assertThat(probes.seen("PROBE_2", MINUTE, 1, 1_200)).isEqualTo(List.of(200L));
        assertThat(probes.missing()).isOne();
        assertThat(probes.seen("PROBE_2", MINUTE, 2, 1_300)).isEqualTo(List.of(250L));
        assertThat(probes.seen("PROBE_2", MINUTE, 2, 1_400)).isEmpty();
        assertThat(probes.missing()).isZero();
    }

    @Test
    void shouldGiveTheSmallestValueThatEnoughDoNotExceed() {
        assertThat(Percentiles.of(List.of(5L, 1L, 4L, 2L, 3L))).isEqualTo(new Percentiles(5, 3, 5, 5, 5));
        assertThat(Percentiles.of(List.of())).isEqualTo(new Percentiles(0, 0, 0, 0, 0));
    }
}
