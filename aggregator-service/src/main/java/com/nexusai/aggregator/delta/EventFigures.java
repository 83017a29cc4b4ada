package com.nexusai.aggregator.delta;

import com.nexusai.aggregator.delta.Spot.Reach;
import com.nexusai.aggregator.domain.actor.ActorState;
import com.nexusai.aggregator.domain.actor.FunnelShape;
import com.nexusai.aggregator.domain.filter.EventView;
import com.nexusai.aggregator.domain.metric.Contributions;
import com.nexusai.aggregator.domain.metric.LiveMetric;
import com.nexusai.aggregator.measure.Amount;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes what an event contributes to metrics: into the figures of its tenant, and into what is known of its actor. */
public final class EventFigures implements Contributions {
    private final Figures figures;
    private final Funnels funnels;
    private @Nullable ActorState actor;
    private long timestampMillis;
    private long minute;

    public EventFigures(Figures figures, Funnels funnels) {
        this.figures = figures;
        this.funnels = funnels;
    }

    /** What comes next is contributed by this event, of this actor if it has one. */
    public void of(EventView event, @Nullable ActorState itsActor) {
        figures.of(event.tenantId());
        actor = itsActor;
        timestampMillis = event.timestampMillis();
        minute = Math.floorDiv(timestampMillis, 60_000);
    }

    @Override
    public void count(LiveMetric metric, String dimension) {
        at(metric, dimension).count(1);
        if (actor != null && metric.name().equals(Metric.MESSAGES_SENT)) {
            actor.messageSent();
        }
    }

    @Override
    public void number(LiveMetric metric, String dimension, long units) {
        var amount = at(metric, dimension);
        switch (metric.kind()) {
            case SUM, AVG -> amount.sum(units);
            default -> largeNumber(amount, metric, BigInteger.valueOf(units));
        }
        if (actor != null && metric.name().equals(Metric.TOKENS_USED)) {
            actor.tokens(units);
        } else if (actor != null && metric.name().equals(Metric.REVENUE)) {
            actor.revenue(dimension, units);
        }
    }

    @Override
    public void largeNumber(LiveMetric metric, String dimension, BigInteger units) {
        largeNumber(at(metric, dimension), metric, units);
        if (actor != null && metric.name().equals(Metric.TOKENS_USED)) {
            actor.tokens(units);
        } else if (actor != null && metric.name().equals(Metric.REVENUE)) {
            actor.revenue(dimension, units);
        }
    }

    @Override
    public void value(LiveMetric metric, String dimension, String value) {
        at(metric, dimension).different(value);
    }

    @Override
    public void actor(LiveMetric metric, String dimension) {
        var state = Objects.requireNonNull(actor, "an event that counts actors has one");
        var capped = figures.withCap(metric.maxDimensionValues());
        state.distinct(metric.name(), dimension, timestampMillis, capped);
        if (metric.total() && !dimension.equals(Metric.TOTAL)) {
            state.distinct(metric.name(), Metric.TOTAL, timestampMillis, capped);
        }
        figures.withoutCap();
    }

    @Override
    public void steps(LiveMetric metric, int steps) {
        var state = Objects.requireNonNull(actor, "an event that is a step has an actor");
        FunnelShape shape = funnels.shapeOf(metric);
        state.funnel(shape, timestampMillis, steps, figures);
    }

    private static void largeNumber(Amount amount, LiveMetric metric, BigInteger units) {
        switch (metric.kind()) {
            case SUM, AVG -> amount.sum(units);
            case MIN -> amount.smallest(units);
            case MAX -> amount.largest(units);
            case PERCENTILE -> amount.spread(units);
            default -> throw new IllegalStateException(metric + " does not measure numbers");
        }
    }

    private Amount at(LiveMetric metric, String dimension) {
        boolean hasTotal = metric.dimensions() > 0 && metric.total();
        var reach = hasTotal ? Reach.LONGER_WINDOWS_AND_TOTAL : Reach.LONGER_WINDOWS;
        return figures.tenant()
                .at(metric.name(), metric.maxDimensionValues(), new Spot(Granularity.MINUTE, reach, dimension, minute));
    }
}
