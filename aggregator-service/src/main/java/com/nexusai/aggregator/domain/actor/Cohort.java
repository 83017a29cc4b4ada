package com.nexusai.aggregator.domain.actor;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;

/**
 * How an actor counts in the retention of those who were first seen in the same day or week: once for each of its
 * active periods, by how many periods lie between. It always counts for its first period, so that the cohort's size is
 * there.
 */
final class Cohort {
    private Cohort() {}

    /**
     * Before an event on another day: takes the actor out of its cohort if it changes, else counts the event's period if
     * that is not counted yet.
     *
     * @return whether it has left, and is to be counted where it belongs after the event
     */
    static boolean leaves(
            Granularity granularity, long minute, long oldFirst, long newFirst, Presence presence, Changes out) {
        long cohort = granularity.startMinute(oldFirst);
        if (cohort != granularity.startMinute(newFirst)) {
            countAll(granularity, cohort, presence, -1, out);
            return true;
        }
        long period = granularity.startMinute(minute);
        if (period != cohort && !presence.inPeriod(granularity, period)) {
            count(granularity, cohort, period, 1, out);
        }
        return false;
    }

    /** All that is known of the actor's presence. */
    static void countAll(Granularity granularity, long firstMinute, Presence presence, int sign, Changes out) {
        long cohort = granularity.startMinute(firstMinute);
        count(granularity, cohort, cohort, sign, out);
        long earliest = granularity.startMinute(presence.earliestDay() * UtcTime.DAY_MINUTES);
        long latest = granularity.startMinute(presence.latestDay() * UtcTime.DAY_MINUTES);
        for (long start = earliest; start <= latest; start = granularity.nextMinute(start)) {
            if (start != cohort && presence.inPeriod(granularity, start)) {
                count(granularity, cohort, start, sign, out);
            }
        }
    }

    private static void count(Granularity granularity, long cohort, long start, int sign, Changes out) {
        long periods = (start - cohort) / (granularity.nextMinute(cohort) - cohort);
        out.count(Metric.RETENTION, granularity, Long.toString(periods), cohort, sign);
    }
}
