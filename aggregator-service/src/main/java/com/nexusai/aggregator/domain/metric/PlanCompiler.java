package com.nexusai.aggregator.domain.metric;

import com.nexusai.aggregator.domain.filter.Condition;
import com.nexusai.aggregator.domain.filter.FilterCompiler;
import com.nexusai.aggregator.domain.filter.Slots;
import com.nexusai.aggregator.domain.filter.TypeFold;
import com.nexusai.schema.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/** Makes the plan for a type: leaves out every metric that no event of the type can count in. */
final class PlanCompiler {
    static final Filter NO_EVENT = TypeFold.NONE;

    private static final int NO_FIELD = -1;

    private final TypeFold fold;
    private final Slots slots = new Slots();
    private final FilterCompiler conditions = new FilterCompiler(slots);
    private final List<MeasuredMetric> metrics = new ArrayList<>();

    private PlanCompiler(String type) {
        this.fold = new TypeFold(type);
    }

    static Plan compile(String type, List<CompiledMetric> candidates) {
        var compiler = new PlanCompiler(type);
        candidates.forEach(compiler::add);
        return new Plan(compiler.slots.layout(), compiler.metrics);
    }

    private void add(CompiledMetric candidate) {
        var filter = fold.fold(candidate.filter());
        var steps = candidate.steps().stream().map(fold::fold).toList();
        boolean funnelWithoutStep =
                candidate.live().kind() == MeasureKind.FUNNEL && steps.stream().allMatch(NO_EVENT::equals);
        if (filter.equals(NO_EVENT) || funnelWithoutStep) {
            return;
        }
        var field = candidate.field();
        metrics.add(new MeasuredMetric(
                candidate.live(),
                conditions.compile(filter),
                new DimensionReader(
                        candidate.dimensions().stream().mapToInt(slots::of).toArray()),
                field == null || candidate.live().kind() == MeasureKind.DISTINCT_ACTORS ? NO_FIELD : slots.of(field),
                steps.stream().map(conditions::compile).toArray(Condition[]::new)));
    }
}
