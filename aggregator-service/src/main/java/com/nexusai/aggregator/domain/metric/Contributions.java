package com.nexusai.aggregator.domain.metric;

import java.math.BigInteger;

/** Takes what an event contributes. The dimension is {@code *} where the metric has none. */
public interface Contributions {
    /** One more; of a {@link MeasureKind#COUNT}. */
    void count(LiveMetric metric, String dimension);

    /**
     * A value; of a {@link MeasureKind#SUM}, {@code AVG}, {@code MIN}, {@code MAX} or {@code PERCENTILE}.
     *
     * @param units the exact value in units of 10^-9
     */
    void number(LiveMetric metric, String dimension, long units);

    /** The same where the units do not fit into a long: from about 9.2 billion on. */
    void largeNumber(LiveMetric metric, String dimension, BigInteger units);

    /** A value of which the different ones are counted; of {@link MeasureKind#DISTINCT_VALUES}. */
    void value(LiveMetric metric, String dimension, String value);

    /** The event's actor counts; of {@link MeasureKind#DISTINCT_ACTORS}. */
    void actor(LiveMetric metric, String dimension);

    /**
     * The event is some of the steps of a funnel, and has an actor.
     *
     * @param steps bit 0 for step 1 and so on; never 0; never bit 0 where step 1 is {@code first_seen}
     */
    void steps(LiveMetric metric, int steps);
}
