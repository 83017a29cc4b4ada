package com.nexusai.query.http;

import static com.nexusai.schema.aggregate.Granularity.DAY;
import static java.util.Objects.requireNonNullElse;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.definition.Definitions;
import com.nexusai.query.domain.As;
import com.nexusai.query.domain.FunnelSteps;
import com.nexusai.query.domain.Group;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.Question.Asked;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.engine.Engine;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.metric.BuiltInMetrics;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Funnels that are counted as events come, by day of entry: the built-in one, and those of a tenant. */
final class StoredFunnels {
    static final String ONBOARDING = "onboarding";

    private final Engine engine;
    private final Definitions definitions;

    StoredFunnels(Engine engine, Definitions definitions) {
        this.engine = engine;
        this.definitions = definitions;
    }

    /** How many came to each step, and how long it took them. */
    static Question question(String name, TimeRange range) {
        var reached = new Asked(Metric.FUNNEL + name, null);
        var times = new Asked(Metric.FUNNEL_TIME + name, As.P50);
        return Questions.points(List.of(reached, times), DAY, range);
    }

    /** @throws Problem 404 if there is no such funnel */
    FunnelView view(Caller caller, String name, TimeRange range) {
        var metric = Metric.FUNNEL + name;
        var funnel = all(caller.tenantId())
                .filter(definition -> definition.name().equals(metric))
                .findFirst()
                .map(definition -> (Measure.Funnel) definition.measure())
                .orElseThrow(() -> Problem.notFound("There is no funnel '" + name + "'."));
        var answer = engine.answer(caller, question(name, range));
        var reached = byStep(answer.results().getFirst().groups());
        var times = byStep(answer.results().getLast().groups());
        var users = new ArrayList<Long>();
        for (int step = 1; step <= funnel.steps().size(); step++) {
            var group = reached.get(Integer.toString(step));
            users.add(group == null ? 0L : requireNonNullElse(group.count(), 0L));
        }
        var steps = FunnelSteps.of(funnel.steps(), users, step -> median(times.get(Integer.toString(step))));
        return new FunnelView(
                name,
                funnel.window().toString(),
                answer.from(),
                answer.to(),
                steps,
                days(reached, steps.size()),
                answer.meta());
    }

    private static @Nullable Double median(@Nullable Group times) {
        return times == null ? null : times.value();
    }

    private static List<FunnelView.Day> days(Map<String, Group> reached, int steps) {
        var first = reached.get("1");
        if (first == null || first.points() == null) {
            return List.of();
        }
        var days = new ArrayList<FunnelView.Day>();
        for (int day = 0; day < first.points().size(); day++) {
            var users = new ArrayList<Long>();
            for (int step = 1; step <= steps; step++) {
                var group = reached.get(Integer.toString(step));
                var points = group == null ? null : group.points();
                users.add(points == null ? 0L : points.get(day).count());
            }
            days.add(new FunnelView.Day(first.points().get(day).start(), users));
        }
        return days;
    }

    private static Map<String, Group> byStep(List<Group> groups) {
        return groups.stream().collect(Collectors.toMap(Group::dimension, group -> group));
    }

    Stream<MetricDefinition> all(String tenantId) {
        return Stream.concat(BuiltInMetrics.OF_EVENTS.stream(), definitions.of(tenantId).stream())
                .filter(definition -> definition.measure() instanceof Measure.Funnel);
    }
}
