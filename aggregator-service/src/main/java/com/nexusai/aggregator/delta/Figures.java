package com.nexusai.aggregator.delta;

import com.nexusai.aggregator.delta.Spot.Reach;
import com.nexusai.aggregator.domain.actor.Changes;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;

/** Collects what the state of actors changes in a tenant's figures. */
public final class Figures implements Changes {
    /** These have few dimensions by their nature. */
    private static final int NO_CAP = 0;

    private final PendingDeltas pending;
    private PendingDeltas.Tenant tenant;
    private int cap = NO_CAP;

    public Figures(PendingDeltas pending, String tenantId) {
        this.pending = pending;
        this.tenant = pending.of(tenantId);
    }

    /** What comes next is this tenant's. */
    public void of(String tenantId) {
        tenant = pending.of(tenantId);
    }

    /** The same figures, of a metric that may have so many dimensions. */
    Figures withCap(int newCap) {
        cap = newCap;
        return this;
    }

    void withoutCap() {
        cap = NO_CAP;
    }

    PendingDeltas.Tenant tenant() {
        return tenant;
    }

    @Override
    public void count(String metric, Granularity granularity, String dimension, long startMinute, long more) {
        tenant.at(metric, cap, spot(metric, granularity, dimension, startMinute))
                .count(more);
    }

    @Override
    public void duration(
            String metric, Granularity granularity, String dimension, long startMinute, long millis, int sign) {
        tenant.at(metric, NO_CAP, spot(metric, granularity, dimension, startMinute))
                .duration(millis, sign);
    }

    /** Who is active now is no matter of hours; whatever else is said by the minute adds up. */
    private static Spot spot(String metric, Granularity granularity, String dimension, long startMinute) {
        boolean addsUp = granularity == Granularity.MINUTE && !metric.equals(Metric.ACTIVE_NOW);
        return new Spot(granularity, addsUp ? Reach.LONGER_WINDOWS : Reach.ITSELF, dimension, startMinute);
    }
}
