package com.nexusai.aggregator.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.aggregator.delta.Spot.Reach;
import com.nexusai.schema.aggregate.Granularity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingDeltasTest {
    @Test
    void shouldBeTheSameAgainWhenItsBlocksAreAdded() {
        var pending = new PendingDeltas();
        pending.of("acme").at("events", 1000, spot("a/b %", 7)).count(3);
        pending.of("acme").at("events", 1000, spot("*", -7)).count(2);
        pending.of("other").at("retention", 0, spot("", 7)).count(-1);

        var again = new PendingDeltas();
        pending.blocks(again::add);

        assertThat(counts(again)).isEqualTo(counts(pending)).hasSize(3).containsEntry("acme/events a/b % 7", 3L);
    }

    @Test
    void shouldCutWhatIsTooLargeForOneRecord() {
        var pending = new PendingDeltas();
        for (int i = 0; i < 20_000; i++) {
            pending.of("acme")
                    .at("events", 1000, spot("a dimension of some length " + i, i))
                    .count(1);
        }
        var sizes = new ArrayList<Integer>();
        pending.blocks((key, block) -> sizes.add(block.length));

        assertThat(sizes).hasSizeGreaterThan(2).allMatch(size -> size < 300 * 1024);
        var again = new PendingDeltas();
        pending.blocks(again::add);
        assertThat(counts(again)).hasSize(20_000);
    }

    @Test
    void shouldSayWhichVersionItDoesNotKnow() {
        assertThatThrownBy(() -> DeltaBlock.read(new byte[] {9}, (spot, amount, cap) -> {}))
                .hasMessage("a delta block of version 9; this aggregator knows version 1");
    }

    private static Spot spot(String dimension, long minute) {
        return new Spot(Granularity.MINUTE, Reach.LONGER_WINDOWS_AND_TOTAL, dimension, minute);
    }

    private static HashMap<String, Long> counts(PendingDeltas pending) {
        var counts = new HashMap<String, Long>();
        List<String> keys = new ArrayList<>();
        pending.blocks((key, block) -> DeltaBlock.read(block, (spot, amount, cap) -> {
            keys.add(key);
            var cell = amount.cell(
                    new com.nexusai.schema.aggregate.Series("t", "m", spot.granularity(), spot.dimension())
                            .at(java.time.Instant.EPOCH),
                    1,
                    java.time.Instant.EPOCH);
            counts.merge(key + ' ' + spot.dimension() + ' ' + spot.startMinute(), cell.count(), Long::sum);
        }));
        return counts;
    }
}
