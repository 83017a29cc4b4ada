package com.nexusai.aggregator.domain.actor;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an actor is in a period: new, returning or resurrected. That depends on the period, on the one before it, and on
 * when the actor was first seen; so an event may change it in its own period, in the next, and in the one that was the
 * actor's first until then.
 */
final class Standing {
    private final Granularity granularity;
    private final long[] starts;
    private final @Nullable String[] before;

    /** As it is before the event. */
    private Standing(Granularity granularity, long[] starts, @Nullable String[] before) {
        this.granularity = granularity;
        this.starts = starts;
        this.before = before;
    }

    /** Of an actor who was not known before. */
    static Standing ofNobody(Granularity granularity, long eventMinute) {
        return new Standing(
                granularity, new long[] {granularity.startMinute(eventMinute)}, new @Nullable String[] {null});
    }

    /** Before an event; null if nothing can change with it. */
    static @Nullable Standing before(Granularity granularity, long eventMinute, long firstMinute, Presence presence) {
        long period = granularity.startMinute(eventMinute);
        long first = granularity.startMinute(firstMinute);
        boolean movesFirst = period < first;
        if (!movesFirst && presence.inPeriod(granularity, period)) {
            return null;
        }
        long next = granularity.nextMinute(period);
        var starts = movesFirst && first != next ? new long[] {period, next, first} : new long[] {period, next};
        var before = new @Nullable String[starts.length];
        for (int i = 0; i < starts.length; i++) {
            before[i] = kind(granularity, starts[i], first, presence);
        }
        return new Standing(granularity, starts, before);
    }

    /** Says what is different after the event. */
    void emitChange(Presence presence, long firstMinute, Changes out) {
        long first = granularity.startMinute(firstMinute);
        for (int i = 0; i < starts.length; i++) {
            var after = kind(granularity, starts[i], first, presence);
            if (!Objects.equals(before[i], after)) {
                emit(before[i], starts[i], -1, out);
                emit(after, starts[i], 1, out);
            }
        }
    }

    private void emit(@Nullable String metric, long start, int more, Changes out) {
        if (metric != null) {
            out.count(metric, granularity, Metric.TOTAL, start, more);
        }
    }

    private static @Nullable String kind(Granularity granularity, long start, long first, Presence presence) {
        if (start == first) {
            return Metric.NEW_USERS;
        }
        if (!presence.inPeriod(granularity, start)) {
            return null;
        }
        return presence.inPeriod(granularity, granularity.startMinute(start - 1))
                ? Metric.RETURNING_USERS
                : Metric.RESURRECTED_USERS;
    }
}
