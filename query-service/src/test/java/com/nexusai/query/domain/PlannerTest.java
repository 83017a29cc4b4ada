package com.nexusai.query.domain;

import static com.nexusai.schema.aggregate.Granularity.DAY;
import static com.nexusai.schema.aggregate.Granularity.HOUR;
import static com.nexusai.schema.aggregate.Granularity.MINUTE;
import static com.nexusai.schema.aggregate.Granularity.WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.domain.Question.Asked;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.filter.FilterParser;
import com.nexusai.schema.filter.Parsing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:30:15Z");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Planner planner = new Planner(CellLives.USUAL);

    @Test
    void shouldReadTheTotalFromTheStoresWhenNothingElseIsAsked() {
        var plan = plan("events", HOUR, "2026-03-30T00:00:00Z", "2026-03-31T00:00:00Z", UTC, List.of(), null);

        assertThat(plan)
                .isEqualTo(new Plan.OfCells(
                        List.of(segment(HOUR, "2026-03-30T00:00:00Z", "2026-03-31T00:00:00Z")),
                        List.of(),
                        Set.of(Metric.TOTAL),
                        false));
    }

    @Test
    void shouldAskEachWindowOfOnePlaceOnlyWhenTheRangeIsOlderThanTheStores() {
        var plan = (Plan.OfCells)
                plan("events", HOUR, "2026-02-01T00:00:00Z", "2026-03-31T00:00:00Z", UTC, List.of(), null);

        var edge = Instant.parse("2026-02-24T14:00:00Z");
        assertThat(plan.fromHistory())
                .containsExactly(new Segment(HOUR, new TimeRange(at("2026-02-01T00:00:00Z"), edge)));
        assertThat(plan.fromStore())
                .containsExactly(new Segment(HOUR, new TimeRange(edge, at("2026-03-31T00:00:00Z"))));
    }

    @Test
    void shouldMakeDaysOfAZoneFromHoursWhenTheyAreNoDaysOfUtc() {
        // summer time begins on the 29th, which has 23 hours there
        var plan = (Plan.OfCells)
                plan("events", DAY, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", BERLIN, List.of(), null);

        assertThat(plan.fromStore()).containsExactly(segment(HOUR, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
    }

    @Test
    void shouldTakeCoarseCellsInTheMiddleAndFineOnesAtTheEdges() {
        var plan = (Plan.OfCells)
                plan("events", null, "2026-03-29T22:59:00Z", "2026-03-31T01:01:00Z", UTC, List.of(), null);

        assertThat(plan.fromStore().stream().map(Segment::granularity))
                .containsExactly(MINUTE, HOUR, DAY, HOUR, MINUTE);
        assertThat(plan.fromStore().getFirst().range().to()).isEqualTo(at("2026-03-29T23:00:00Z"));
    }

    @Test
    void shouldCountPeopleInEventsWhenTheirWindowsAreNoCells() {
        var inUtc = plan("active_users", WEEK, "2026-03-23T00:00:00Z", "2026-03-30T00:00:00Z", UTC, List.of(), null);
        var inBerlin =
                plan("active_users", DAY, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", BERLIN, List.of(), null);

        assertThat(inUtc).isInstanceOf(Plan.OfCells.class);
        assertThat(inBerlin).isInstanceOf(Plan.OfEvents.class);
    }

    @Test
    void shouldSayWhyWhenNothingCanAnswer() {
        var windows = plan("new_users", HOUR, "2026-03-30T00:00:00Z", "2026-03-31T00:00:00Z", UTC, List.of(), null);
        var field = plan("sessions", HOUR, "2026-03-30T00:00:00Z", "2026-03-31T00:00:00Z", UTC, List.of("type"), null);

        assertThat(windows)
                .isInstanceOfSatisfying(
                        Plan.Impossible.class, no -> assertThat(no.field()).isEqualTo("granularity"));
        assertThat(field)
                .isInstanceOfSatisfying(
                        Plan.Impossible.class, no -> assertThat(no.field()).isEqualTo("breakdown"));
    }

    @Test
    void shouldFilterCellsByTheirOwnDimensionAndEventsByAnythingElse() {
        var own = plan(
                "events", DAY, "2026-03-30T00:00:00Z", "2026-03-31T00:00:00Z", UTC, List.of(), "type in ('A','B')");
        var other = plan(
                "events",
                DAY,
                "2026-03-30T00:00:00Z",
                "2026-03-31T00:00:00Z",
                UTC,
                List.of(),
                "properties.plan = 'pro'");
        var negated =
                plan("events", DAY, "2026-03-30T00:00:00Z", "2026-03-31T00:00:00Z", UTC, List.of(), "type != 'A'");

        assertThat(own).isInstanceOfSatisfying(Plan.OfCells.class, cells -> {
            assertThat(cells.dimensions()).containsExactlyInAnyOrder("A", "B");
            assertThat(cells.together()).isTrue();
        });
        assertThat(other).isInstanceOf(Plan.OfEvents.class);
        assertThat(negated).isInstanceOf(Plan.OfEvents.class);
    }

    @Test
    void shouldNotTakeATextForANumberWhenCellsCannotTellThem() {
        var plan = plan(
                "feature_usage",
                DAY,
                "2026-03-30T00:00:00Z",
                "2026-03-31T00:00:00Z",
                UTC,
                List.of(),
                "properties.feature = '5'");

        assertThat(plan).isInstanceOf(Plan.OfEvents.class);
    }

    @Test
    void shouldBreakDownWhatHasNoTotalWhenNobodyAsksForABreakdown() {
        var plan = plan("revenue", DAY, "2026-03-30T00:00:00Z", "2026-03-31T00:00:00Z", UTC, List.of(), null);

        assertThat(plan)
                .isInstanceOfSatisfying(
                        Plan.OfCells.class,
                        cells -> assertThat(cells.dimensions()).isNull());
    }

    private Plan plan(
            String metric,
            @Nullable Granularity granularity,
            String from,
            String to,
            ZoneId zone,
            List<String> breakdown,
            @Nullable String filter) {
        var question = new Question(
                List.of(new Asked(metric, null)),
                granularity,
                new TimeRange(at(from), at(to)),
                zone,
                breakdown,
                filter == null ? null : parsed(filter),
                List.of(),
                true,
                false,
                Order.LARGEST_FIRST,
                10);
        return planner.plan(question, MetricShapes.builtIn(metric).orElseThrow(), null, NOW);
    }

    private static Filter parsed(String text) {
        return ((Parsing.Parsed<Filter>) FilterParser.parse(text)).value();
    }

    private static Segment segment(Granularity granularity, String from, String to) {
        return new Segment(granularity, new TimeRange(at(from), at(to)));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
