package com.nexusai.query.domain;

import static com.nexusai.schema.aggregate.Granularity.DAY;
import static com.nexusai.schema.aggregate.Granularity.HOUR;
import static com.nexusai.schema.aggregate.Granularity.MINUTE;
import static com.nexusai.schema.aggregate.Granularity.MONTH;
import static com.nexusai.schema.aggregate.Granularity.WEEK;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.metric.BuiltInMetrics;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shapes of all metrics that questions may ask for. A ranking is no figure over time, and not here. */
public final class MetricShapes {
    private static final Set<Granularity> COUNTED = Set.of(MINUTE, HOUR, DAY, MONTH);
    private static final Set<Granularity> PEOPLE = Set.of(HOUR, DAY, WEEK, MONTH);
    private static final Set<Granularity> STANDING = Set.of(DAY, WEEK, MONTH);
    private static final List<As> PERCENTILES = List.of(As.P50, As.P90, As.P95, As.P99, As.COUNT);
    private static final List<As> DURATION = List.of(As.AVG, As.P50, As.P90, As.P95, As.P99, As.SUM, As.COUNT);
    private static final double MILLIS = 1000;

    private static final Map<String, MetricShape> BUILT_IN = builtIn();

    private MetricShapes() {}

    /** The built-in ones, by name. */
    public static List<MetricShape> ofEveryTenant() {
        return BUILT_IN.values().stream()
                .sorted(Comparator.comparing(MetricShape::name))
                .toList();
    }

    public static Optional<MetricShape> builtIn(String name) {
        if (name.startsWith(Metric.FUNNEL_TIME)) {
            return Optional.of(steps(name, DURATION, true));
        }
        return Optional.ofNullable(BUILT_IN.get(name));
    }

    public static MetricShape of(MetricDefinition definition) {
        return of(definition, false);
    }

    private static MetricShape of(MetricDefinition definition, boolean builtIn) {
        var measure = definition.measure();
        if (measure instanceof Measure.Funnel) {
            return steps(definition.name(), List.of(As.COUNT), builtIn);
        }
        boolean people =
                measure instanceof Measure.Distinct distinct && distinct.field().equals(Measure.Distinct.ACTOR);
        return new MetricShape(
                definition.name(),
                builtIn,
                figures(measure),
                definition.dimensions(),
                definition.total() || definition.dimensions().isEmpty(),
                people ? PEOPLE : COUNTED,
                !(measure instanceof Measure.Distinct),
                definition,
                1);
    }

    private static List<As> figures(Measure measure) {
        return switch (measure) {
            case Measure.Count _, Measure.Distinct _, Measure.Funnel _ -> List.of(As.COUNT);
            case Measure.Sum _ -> List.of(As.SUM, As.COUNT, As.AVG);
            case Measure.Avg _ -> List.of(As.AVG, As.SUM, As.COUNT);
            case Measure.Min _ -> List.of(As.MIN, As.COUNT);
            case Measure.Max _ -> List.of(As.MAX, As.COUNT);
            case Measure.Percentile _ -> PERCENTILES;
        };
    }

    private static Map<String, MetricShape> builtIn() {
        var shapes = new HashMap<String, MetricShape>();
        BuiltInMetrics.OF_EVENTS.forEach(definition -> shapes.put(definition.name(), of(definition, true)));
        // decisions are no events, so nothing can be asked of the table of those
        BuiltInMetrics.OF_DECISIONS.forEach(definition -> shapes.put(
                definition.name(),
                new MetricShape(
                        definition.name(),
                        true,
                        figures(definition.measure()),
                        definition.dimensions(),
                        true,
                        COUNTED,
                        true,
                        null,
                        1)));
        add(shapes, Metric.ACTIVE_USERS, PEOPLE, false, distinctActors());
        for (var name : List.of(Metric.NEW_USERS, Metric.RETURNING_USERS, Metric.RESURRECTED_USERS)) {
            // nobody is new twice, but who returns on two days is one person
            add(shapes, name, STANDING, name.equals(Metric.NEW_USERS), null);
        }
        add(shapes, Metric.ACTIVE_NOW, Set.of(MINUTE), true, null);
        for (var name : List.of(Metric.SESSIONS, Metric.SESSION_EVENTS, Metric.BOUNCES)) {
            add(shapes, name, COUNTED, true, null);
        }
        // cohorts of days and of weeks are different people, so neither is made of the other
        shapes.put(
                Metric.RETENTION,
                new MetricShape(
                        Metric.RETENTION,
                        true,
                        List.of(As.COUNT),
                        List.of("period"),
                        false,
                        Set.of(DAY, WEEK),
                        false,
                        null,
                        1));
        shapes.put(
                Metric.SESSION_DURATION,
                new MetricShape(Metric.SESSION_DURATION, true, DURATION, List.of(), true, COUNTED, true, null, MILLIS));
        return Map.copyOf(shapes);
    }

    private static void add(
            Map<String, MetricShape> shapes,
            String name,
            Set<Granularity> granularities,
            boolean additive,
            @Nullable MetricDefinition ofEvents) {
        shapes.put(
                name,
                new MetricShape(name, true, List.of(As.COUNT), List.of(), true, granularities, additive, ofEvents, 1));
    }

    /** People at a step on days of entry: each person enters once a day, and days are added up as entries. */
    private static MetricShape steps(String name, List<As> figures, boolean builtIn) {
        return new MetricShape(name, builtIn, figures, List.of("step"), false, Set.of(DAY), true, null, MILLIS);
    }

    private static MetricDefinition distinctActors() {
        return new MetricDefinition(
                BuiltInMetrics.EVERY_TENANT,
                Metric.ACTIVE_USERS,
                null,
                null,
                new Measure.Distinct(FieldPath.ACTOR.text()),
                List.of(),
                MetricDefinition.DEFAULT_DIMENSION_VALUES,
                true,
                true,
                1,
                Instant.EPOCH,
                null,
                null);
    }
}
