package com.nexusai.aggregator.delta;

import com.nexusai.aggregator.domain.actor.FunnelShape;
import com.nexusai.aggregator.domain.metric.LiveMetric;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.metric.Measure;
import java.util.IdentityHashMap;

/** The shapes of the funnels that are alive; made once a definition. */
public final class Funnels {
    private static final int KEPT = 10_000;

    private final IdentityHashMap<LiveMetric, FunnelShape> shapes = new IdentityHashMap<>();

    public FunnelShape shapeOf(LiveMetric metric) {
        if (shapes.size() > KEPT) {
            // those of definitions that were replaced
            shapes.clear();
        }
        return shapes.computeIfAbsent(metric, Funnels::shape);
    }

    private static FunnelShape shape(LiveMetric metric) {
        var funnel = (Measure.Funnel) metric.definition().measure();
        return new FunnelShape(
                metric.name().substring(Metric.FUNNEL.length()),
                funnel.steps().size(),
                funnel.window().toMillis(),
                funnel.startsWhenFirstSeen());
    }
}
