package com.nexusai.aggregator.domain.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.domain.actor.FunnelOracle.Step;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FunnelPathTest {
    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final FunnelShape SHAPE = new FunnelShape("buy", 4, 5 * HOUR, false);
    private static final FunnelShape FROM_FIRST = new FunnelShape("start", 4, 7 * DAY, true);

    private final Ledger ledger = new Ledger();
    private final FunnelPath path = new FunnelPath();

    @Property(tries = 3_000)
    void shouldComeAsFarInWhateverOrderStepsAreLearned(
            @ForAll("upTo8Days") List<Step> steps, @ForAll("windows") long window) {
        var shape = new FunnelShape("any", 4, window, false);

        assertThat(play(steps, shape).cells).isEqualTo(expected(steps, shape).cells);
    }

    @Property(tries = 1_000)
    void shouldComeAsFarOverMonthsIfNothingIsLaterThan8Days(
            @ForAll("months") List<Late> events, @ForAll("windows") long window) {
        var shape = new FunnelShape("any", 4, window, false);
        var steps = events.stream()
                .sorted(Comparator.comparingLong(Late::comes))
                .map(Late::step)
                .toList();

        assertThat(play(steps, shape).cells).isEqualTo(expected(steps, shape).cells);
    }

    @Property(tries = 3_000)
    void shouldFollowTheFirstSeenWhereTheFunnelBeginsThere(@ForAll("upTo8Days") List<Step> steps) {
        var actual = new Ledger();
        var path = new FunnelPath();
        long first = Long.MAX_VALUE;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            first = Math.min(first, step.at());
            path.firstSeen(first, FROM_FIRST, actual);
            path.add(step.at(), step.mask(), FROM_FIRST, actual);
            path = i % 3 == 0 ? Forms.throughBytes(path, FunnelPath::writeTo, FunnelPath::readFrom) : path;
        }

        var expected = new Ledger();
        FunnelOracle.emit(UtcTime.day(first), FunnelOracle.greedy(first, steps, FROM_FIRST), FROM_FIRST, expected);
        assertThat(actual.cells).isEqualTo(expected.cells);
    }

    @Test
    void shouldTakeOneEventForSeveralSteps() {
        path.add(START, 0b1111, SHAPE, ledger);

        assertThat(ledger.cells)
                .containsEntry("funnel.buy day 4 " + START / 60_000, 1L)
                .containsEntry("funnel_time.buy day 4 0ms " + START / 60_000, 1L);
    }

    @Test
    void shouldCountAStepAtTheVeryEndOfTheWindowAndNoLater() {
        path.add(START, 1, SHAPE, ledger);
        path.add(START + 5 * HOUR + 1, 0b10, SHAPE, ledger);
        assertThat(ledger.cells).doesNotContainKey("funnel.buy day 2 " + START / 60_000);

        path.add(START + 5 * HOUR, 0b10, SHAPE, ledger);
        assertThat(ledger.cells).containsEntry("funnel.buy day 2 " + START / 60_000, 1L);
    }

    @Test
    void shouldNotSpeakAgainOfARunOfTheSameStep() {
        path.add(START, 1, SHAPE, ledger);
        path.add(START + 1, 0b10, SHAPE, ledger);
        int calls = ledger.calls;

        LongStream.range(2, 1_000).forEach(i -> path.add(START + i, 0b10, SHAPE, ledger));

        assertThat(ledger.calls).isEqualTo(calls);
    }

    @Test
    void shouldTakeNothingBackWhenStepsAreDropped() {
        var steps = new ArrayList<Step>();
        LongStream.range(0, 2_000).forEach(i -> steps.add(new Step(START + i * 60_000, 1 << (i / 7 % 3))));
        steps.add(new Step(START + 2_000 * 60_000, 0b1000));

        steps.forEach(step -> path.add(step.at(), step.mask(), SHAPE, ledger));

        assertThat(ledger.cells.keySet())
                .filteredOn(cell -> cell.startsWith("funnel.buy"))
                .hasSize(7);
        assertThat(ledger.cells.values()).containsOnly(1L);
        assertThat(size(path)).isLessThan(256 * 5);
    }

    @Test
    void shouldNotLowerALevelWhenTheStepsThatLedToItWereDropped() {
        path.add(START, 1, SHAPE, ledger);
        path.add(START + 1, 0b10, SHAPE, ledger);
        LongStream.range(2, 400).forEach(i -> path.add(START + i, i % 2 == 0 ? 1 : 0b1000, SHAPE, ledger));
        path.add(START + 300, 0b1000, SHAPE, ledger);

        assertThat(ledger.cells)
                .containsEntry("funnel.buy day 2 " + START / 60_000, 1L)
                .containsEntry("funnel_time.buy day 2 1ms " + START / 60_000, 1L);
    }

    @Test
    void shouldKeepFewStepsOfAnActorWhoCameThrough() {
        path.firstSeen(START, FROM_FIRST, ledger);
        for (int i = 0; i < 1_000; i++) {
            path.add(START + 2L * i, 0b10, FROM_FIRST, ledger);
            path.add(START + 2L * i + 1, 0b1100, FROM_FIRST, ledger);
        }

        assertThat(ledger.cells).containsEntry("funnel.start day 4 " + START / 60_000, 1L);
        assertThat(size(path)).isLessThan(40);
    }

    @Test
    void shouldKeepTheChainOfAnActorWhoIsFirstSeenEarlierLongAfterwards() {
        path.firstSeen(START + DAY, FROM_FIRST, ledger);
        LongStream.range(0, 400)
                .forEach(i -> path.add(START + DAY + 500 + i, i % 2 == 0 ? 0b100 : 0b1000, FROM_FIRST, ledger));
        path.add(START + DAY + 2_000, 0b10, FROM_FIRST, ledger);
        path.add(START + DAY + 3_000, 0b100, FROM_FIRST, ledger);
        path.add(START + 40 * DAY, 0b100, FROM_FIRST, ledger);

        path.firstSeen(START, FROM_FIRST, ledger);

        var expected = new Ledger();
        var times = List.of(START, START + DAY + 2_000, START + DAY + 3_000);
        FunnelOracle.emit(UtcTime.day(START), times, FROM_FIRST, expected);
        assertThat(ledger.cells).isEqualTo(expected.cells);
        assertThat(size(path)).isLessThan(40);
    }

    private static int size(FunnelPath path) {
        var writer = new ByteWriter(64);
        path.writeTo(writer);
        return writer.size();
    }

    private static Ledger play(List<Step> steps, FunnelShape shape) {
        var ledger = new Ledger();
        var path = new FunnelPath();
        for (int i = 0; i < steps.size(); i++) {
            path.add(steps.get(i).at(), steps.get(i).mask(), shape, ledger);
            path = i % 3 == 0 ? Forms.throughBytes(path, FunnelPath::writeTo, FunnelPath::readFrom) : path;
        }
        return ledger;
    }

    private static Ledger expected(List<Step> steps, FunnelShape shape) {
        var ledger = new Ledger();
        FunnelOracle.count(steps, shape, ledger);
        return ledger;
    }

    record Late(Step step, long late) {
        long comes() {
            return step.at() + late;
        }
    }

    @Provide
    Arbitrary<Long> windows() {
        return Arbitraries.of(0L, HOUR, 5 * HOUR, DAY, 3 * DAY, 30 * DAY);
    }

    @Provide
    Arbitrary<List<Step>> upTo8Days() {
        return Arbitraries.oneOf(steps(10 * HOUR), steps(8 * DAY))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Late>> months() {
        var late = Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(0, 8 * DAY));
        return Combinators.combine(Arbitraries.oneOf(steps(60 * DAY), steps(20 * DAY)), late)
                .as(Late::new)
                .list()
                .ofMaxSize(150);
    }

    /** Of whole hours as well, so that times and ends of windows meet. */
    private static Arbitrary<Step> steps(long span) {
        var any = Arbitraries.longs().between(0, span).withoutEdgeCases();
        var times = Arbitraries.oneOf(any, any.map(at -> at / HOUR * HOUR));
        var masks = Arbitraries.oneOf(
                Arbitraries.of(1, 2, 4, 8), Arbitraries.integers().between(1, 15));
        return Combinators.combine(times, masks).as((at, mask) -> new Step(START + at, mask));
    }
}
