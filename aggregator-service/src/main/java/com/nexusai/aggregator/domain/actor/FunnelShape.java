package com.nexusai.aggregator.domain.actor;

import com.nexusai.schema.aggregate.Metric;

/**
 * What of a funnel's definition its arithmetic needs.
 *
 * @param windowMillis how long after step 1 a step counts, at most
 * @param beginsAtFirstSeen step 1 is the actor's earliest event, whatever its type
 */
public record FunnelShape(String name, int steps, long windowMillis, boolean beginsAtFirstSeen) {
    /** Step numbers are bits of an int. */
    public static final int MAX_STEPS = 31;

    public FunnelShape {
        if (steps < 1 || steps > MAX_STEPS || windowMillis < 0) {
            throw new IllegalArgumentException("Funnel " + name + " has " + steps + " steps in " + windowMillis
                    + " ms: 1 to " + MAX_STEPS + " steps in a window of 0 ms or more are possible");
        }
    }

    String countMetric() {
        return Metric.FUNNEL + name;
    }

    String timeMetric() {
        return Metric.FUNNEL_TIME + name;
    }
}
