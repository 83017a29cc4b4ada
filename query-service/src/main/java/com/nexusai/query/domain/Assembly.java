package com.nexusai.query.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.metric.DimensionText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the answer about one metric of what was found. */
public final class Assembly {
    private final Question question;
    private final MetricShape shape;
    private final As as;
    private final int fields;
    private final List<Instant> starts;

    /** @param fields how many a group has a value of; 0 without breakdown */
    public Assembly(Question question, MetricShape shape, As as, int fields) {
        this.question = question;
        this.shape = shape;
        this.as = as;
        this.fields = fields;
        var bounds = question.bounds(Planner.MOST_WINDOWS);
        this.starts = question.granularity() == null ? List.of() : bounds.subList(0, bounds.size() - 1);
    }

    /**
     * @param found all groups, or those that the source has chosen
     * @param before of the range just before; null if not asked for
     * @param all the source's word on the groups that are not here
     */
    public MetricAnswer answer(Tallies found, @Nullable Tallies before, String source, @Nullable Chosen all) {
        var groups = new ArrayList<Group>();
        for (var name : found.groups()) {
            groups.add(group(name, found, before));
        }
        if (fields == 0 && groups.isEmpty()) {
            groups.add(group(Metric.TOTAL, found, before));
        }
        groups.sort(order());
        double whole = all == null
                ? groups.stream()
                        .map(Group::value)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .sum()
                : all.value();
        long many = all == null ? groups.size() : all.groups();
        var kept = groups.stream()
                .limit(question.limit())
                .map(group -> fields > 0 && adds() ? withShare(group, whole) : group)
                .toList();
        return new MetricAnswer(
                shape.name(),
                as.word(),
                shape.additive(),
                source,
                adds() ? whole : null,
                kept,
                Math.max(0, many - kept.size()));
    }

    /** How many groups there are in all, and their values together. */
    public record Chosen(long groups, double value) {}

    private boolean adds() {
        return shape.additive() && as.zeroOfNothing();
    }

    private Group group(String name, Tallies found, @Nullable Tallies before) {
        var total = found.total(name, shape.additive());
        var value = total == null ? null : total.value(as, shape.unit());
        return new Group(
                name,
                fields == 0 ? List.of() : DimensionText.split(name, fields),
                value,
                total == null ? null : total.count(),
                total == null ? null : total.exactSum(),
                null,
                question.granularity() == null ? null : points(name, found, starts),
                before == null ? null : before(name, before, value));
    }

    private Group.Before before(String name, Tallies before, @Nullable Double now) {
        var earlier = question.before();
        var total = before.total(name, shape.additive());
        var value = total == null ? null : total.value(as, shape.unit());
        var change = now == null || value == null || value == 0 ? null : Double.valueOf((now - value) / value);
        var bounds = earlier.bounds(Planner.MOST_WINDOWS);
        return new Group.Before(
                earlier.range().from(),
                earlier.range().to(),
                value,
                total == null ? null : total.count(),
                change,
                question.granularity() == null ? null : points(name, before, bounds.subList(0, bounds.size() - 1)));
    }

    private List<Point> points(String name, Tallies found, List<Instant> windows) {
        var there = found.windows(name);
        var points = new ArrayList<Point>(windows.size());
        for (var start : windows) {
            var tally = there.get(start);
            if (tally != null) {
                points.add(Point.of(start, tally, as, shape.unit()));
            } else if (question.fill()) {
                points.add(Point.nothing(start, as));
            }
        }
        return points;
    }

    private static Group withShare(Group group, double whole) {
        var value = group.value();
        return new Group(
                group.dimension(),
                group.values(),
                value,
                group.count(),
                group.sum(),
                value == null || whole == 0 ? null : value / whole,
                group.points(),
                group.previous());
    }

    private Comparator<Group> order() {
        var name = comparing(Group::dimension);
        return switch (question.order()) {
            case LARGEST_FIRST ->
                comparing(Group::value, nullsLast(reverseOrder())).thenComparing(name);
            case SMALLEST_FIRST ->
                comparing(Group::value, nullsFirst(naturalOrder())).thenComparing(name);
            case NAME -> name;
        };
    }
}
