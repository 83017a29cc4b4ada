package com.nexusai.aggregator.domain.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final long START = Instant.parse("2025-01-29T13:14:15.123Z").toEpochMilli();
    private static final long DAY = 86_400_000L;

    private final Ledger ledger = new Ledger();
    private Activity activity = new Activity();

    /** Hours are kept for 35 days. */
    @Property(tries = 3_000)
    void shouldCountAsIfAllEventsHadBeenKnownFromTheStart(@ForAll("someWeeks") List<Long> timestamps) {
        var ledger = new Ledger();

        play(timestamps, ledger);

        assertThat(ledger.cells).isEqualTo(ActivityOracle.cells(timestamps));
    }

    @Property(tries = 2_000)
    void shouldCountDaysWeeksAndMonthsOfMoreThanAYearInAnyOrder(@ForAll("aYear") List<Long> timestamps) {
        var ledger = new Ledger();

        var activity = play(timestamps, ledger);

        assertThat(withoutHours(ledger.cells)).isEqualTo(withoutHours(ActivityOracle.cells(timestamps)));
        assertThat(activity.activeDays()).isEqualTo((int)
                timestamps.stream().map(UtcTime::day).distinct().count());
        assertThat(activity.firstSeen()).isEqualTo(Collections.min(timestamps));
        assertThat(activity.lastSeen()).isEqualTo(Collections.max(timestamps));
    }

    @Property(tries = 500)
    void shouldCountEverythingWhenNothingIsLateHoweverLongItTakes(@ForAll("manyYears") List<Long> timestamps) {
        var ledger = new Ledger();
        var sorted = timestamps.stream().sorted().toList();

        play(sorted, ledger);

        assertThat(ledger.cells).isEqualTo(ActivityOracle.cells(sorted));
    }

    @Property(tries = 500)
    void shouldNeverCountTwiceHoweverLateAnEventIs(@ForAll("manyYears") List<Long> timestamps) {
        var ledger = new Ledger();

        var activity = play(timestamps, ledger);

        assertThat(ledger.cells.values()).allMatch(count -> count == 1);
        assertThat(ledger.cells.keySet())
                .filteredOn(cell -> cell.startsWith("new_users day"))
                .hasSize(1);
        assertThat(ledger.cells)
                .containsEntry("new_users day * " + UtcTime.day(Collections.min(timestamps)) * 1440, 1L)
                .containsEntry("retention day 0 " + UtcTime.day(Collections.min(timestamps)) * 1440, 1L);
        assertThat(activity.firstSeen()).isEqualTo(Collections.min(timestamps));
    }

    @Test
    void shouldMakeNewUserAnotherWhenALateEventComes() {
        activity.seen(START, ledger);
        activity.seen(START - 30 * DAY, ledger);

        assertThat(ledger.cells)
                .isEqualTo(ActivityOracle.cells(List.of(START, START - 30 * DAY)))
                .containsEntry("resurrected_users day * " + UtcTime.day(START) * 1440, 1L)
                .containsEntry("retention day 30 " + UtcTime.day(START - 30 * DAY) * 1440, 1L);
    }

    @Test
    void shouldChangeNothingForAnotherEventOfTheSameMinute() {
        activity.seen(START, ledger);
        int calls = ledger.calls;

        boolean changed = activity.seen(START, ledger);
        boolean later = activity.seen(START + 1, ledger);

        assertThat(changed).isFalse();
        assertThat(later).isTrue();
        assertThat(ledger.calls).isEqualTo(calls);
        assertThat(activity.lastSeen()).isEqualTo(START + 1);
    }

    @Test
    void shouldOnlyMoveTheFirstSeenForAnEventFromBeforeTheKeptDays() {
        activity.seen(START, ledger);
        activity.seen(START - 400 * DAY, ledger);

        long then = UtcTime.day(START - 400 * DAY) * 1440;
        assertThat(ledger.cells)
                .containsEntry("new_users day * " + then, 1L)
                .containsEntry("retention day 400 " + then, 1L)
                .doesNotContainKey("active_users day * " + then);
        assertThat(activity.activeDays()).isEqualTo(1);
        assertThat(activity.seen(START - 400 * DAY, ledger)).isFalse();
    }

    @Test
    void shouldStaySmallForAnActorOfAYear() {
        LongStream.range(0, 400).forEach(day -> activity.seen(START + day * DAY, ledger));

        var writer = new ByteWriter(64);
        activity.writeTo(writer);

        assertThat(writer.size()).isLessThan(250);
        assertThat(activity.activeDays()).isEqualTo(400);
    }

    /** At every third event through bytes and back. */
    private static Activity play(List<Long> timestamps, Ledger ledger) {
        var activity = new Activity();
        for (int i = 0; i < timestamps.size(); i++) {
            activity.seen(timestamps.get(i), ledger);
            if (i % 3 == 0) {
                activity = Forms.throughBytes(activity, Activity::writeTo, Activity::readFrom);
            }
        }
        return activity;
    }

    private static Map<String, Long> withoutHours(Map<String, Long> cells) {
        var rest = new TreeMap<>(cells);
        rest.keySet().removeIf(cell -> cell.contains(" hour "));
        return rest;
    }

    @Provide
    Arbitrary<List<Long>> someWeeks() {
        return within(35 * DAY - DAY);
    }

    @Provide
    Arbitrary<List<Long>> aYear() {
        return within(399 * DAY);
    }

    @Provide
    Arbitrary<List<Long>> manyYears() {
        return within(5_000 * DAY);
    }

    /** Some lie close together, so that hours and minutes meet. */
    private static Arbitrary<List<Long>> within(long span) {
        var anywhere = Arbitraries.longs().between(START, START + span).withoutEdgeCases();
        var sparse = anywhere.map(at -> at / (6 * 3_600_000) * (6 * 3_600_000)).map(at -> Math.max(at, START));
        return Arbitraries.oneOf(anywhere, sparse, Arbitraries.of(START, START + span, START + span - 1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
