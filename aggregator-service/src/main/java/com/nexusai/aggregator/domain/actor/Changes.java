package com.nexusai.aggregator.domain.actor;

import com.nexusai.schema.aggregate.Granularity;

/**
 * Takes what an event changes in the figures of the tenant. Changes may be negative: a late event takes back what was
 * said before it was known.
 */
public interface Changes {
    /**
     * Adds to a count.
     *
     * @param startMinute the window's first minute since 1970; of a window of this granularity
     */
    void count(String metric, Granularity granularity, String dimension, long startMinute, long more);

    /**
     * Adds a duration to, or takes it from, its number, sum (in seconds) and histogram (of milliseconds).
     *
     * @param sign 1 or -1
     */
    void duration(String metric, Granularity granularity, String dimension, long startMinute, long millis, int sign);
}
