package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.FilterParser;
import com.nexusai.schema.filter.Parsing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who answers: cells wherever they say exactly what is asked, the stores for recent ones and ClickHouse for
 * older ones, and the events themselves for everything else.
 */
public final class Planner {
    static final int MOST_WINDOWS = 10_000;

    private final CellLives lives;

    public Planner(CellLives lives) {
        this.lives = lives;
    }

    public Plan plan(Question question, MetricShape shape, @Nullable As as, Instant now) {
        if (as != null && !shape.figures().contains(as)) {
            return new Plan.Impossible(
                    "metrics",
                    shape.name() + " has no " + as.word() + "; it has "
                            + String.join(
                                    ", ", shape.figures().stream().map(As::word).toList()));
        }
        var cells = selection(question, shape);
        var segments = cells.isEmpty() ? Optional.<List<Segment>>empty() : segments(question, shape, cells.get());
        if (segments.isPresent()) {
            return ofCells(segments.get(), cells.get(), now);
        }
        return ofEvents(question, shape, cells.isPresent());
    }

    /** Which dimensions answer it; empty if none do. */
    private record Selection(@Nullable Set<String> dimensions, boolean together) {
        boolean isTotal() {
            return together && dimensions != null && dimensions.equals(Set.of(Metric.TOTAL));
        }
    }

    private static Optional<Selection> selection(Question question, MetricShape shape) {
        boolean brokenDown = !question.breakdown().isEmpty();
        if (brokenDown && !isOwn(question.breakdown(), shape)) {
            return Optional.empty();
        }
        var wanted = question.dimensions().isEmpty() ? null : Set.copyOf(question.dimensions());
        if (question.filter() != null) {
            var passing = shape.dimensions().size() == 1 && wanted == null
                    ? DimensionFilter.values(
                            question.filter(), shape.dimensions().getFirst())
                    : Optional.<Set<String>>empty();
            return passing.map(values -> new Selection(values, !brokenDown));
        }
        if (wanted != null) {
            return Optional.of(new Selection(wanted, !brokenDown));
        }
        // what has no total is shown by its dimensions rather than not at all
        return Optional.of(
                brokenDown || !shape.total() ? new Selection(null, false) : new Selection(Set.of(Metric.TOTAL), true));
    }

    private static boolean isOwn(List<String> breakdown, MetricShape shape) {
        return breakdown.equals(List.of(Question.OWN)) || breakdown.equals(shape.dimensions());
    }

    private static Optional<List<Segment>> segments(Question question, MetricShape shape, Selection cells) {
        boolean sameInMany = cells.together && cells.dimensions != null && cells.dimensions.size() > 1;
        if (!shape.additive() && sameInMany) {
            return Optional.empty();
        }
        var bounds = question.bounds(MOST_WINDOWS);
        return shape.additive()
                ? Cover.of(bounds, shape.granularities())
                : Cover.exactly(bounds, shape.granularities());
    }

    private Plan.OfCells ofCells(List<Segment> segments, Selection cells, Instant now) {
        var store = new ArrayList<Segment>();
        var history = new ArrayList<Segment>();
        for (var segment : segments) {
            var range = segment.range();
            var edge = lives.edge(segment.granularity(), now);
            if (!range.from().isBefore(edge)) {
                store.add(segment);
            } else if (!range.to().isAfter(edge)) {
                history.add(segment);
            } else {
                history.add(new Segment(segment.granularity(), new TimeRange(range.from(), edge)));
                store.add(new Segment(segment.granularity(), new TimeRange(edge, range.to())));
            }
        }
        return new Plan.OfCells(store, history, cells.dimensions, cells.together && !cells.isTotal());
    }

    private static Plan ofEvents(Question question, MetricShape shape, boolean onlyWindowsDoNotFit) {
        if (shape.ofEvents() == null) {
            return onlyWindowsDoNotFit
                    ? new Plan.Impossible(
                            "granularity",
                            shape.name() + " is counted by "
                                    + String.join(
                                            ", ",
                                            shape.granularities().stream()
                                                    .sorted()
                                                    .map(granularity -> granularity.word())
                                                    .toList())
                                    + " of UTC, and this question does not fit to that")
                    : new Plan.Impossible(
                            question.filter() == null ? "breakdown" : "filter",
                            shape.name() + " is not made of single events: it can be broken down and filtered by "
                                    + (shape.dimensions().isEmpty() ? "nothing" : String.join(", ", shape.dimensions()))
                                    + " only");
        }
        if (!question.dimensions().isEmpty()) {
            return new Plan.Impossible("dimensions", "works with whole windows of the metric's own cells; use filter");
        }
        var paths = new ArrayList<FieldPath>();
        boolean own =
                isOwn(question.breakdown(), shape) || (question.breakdown().isEmpty() && !shape.total());
        for (var text : own ? shape.dimensions() : question.breakdown()) {
            switch (FilterParser.parsePath(text)) {
                case Parsing.Parsed<FieldPath> parsed -> paths.add(parsed.value());
                case Parsing.Failed<FieldPath> failed -> {
                    return new Plan.Impossible("breakdown", "'" + text + "': " + failed.message());
                }
            }
        }
        return new Plan.OfEvents(shape.ofEvents(), paths);
    }
}
