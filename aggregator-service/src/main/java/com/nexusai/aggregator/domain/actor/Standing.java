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
    private static final Granularity[] PERIODS = {Granularity.DAY, Granularity.WEEK, Granularity.MONTH};
    private static final int EACH = 3;

    private final long[] starts = new long[PERIODS.length * EACH];
    private final @Nullable String[] before = new @Nullable String[starts.length];

    /** As it is before the event; of an actor who was not known before, it is nothing. */
    Standing(long eventMinute, long firstMinute) {
        for (int i = 0; i < PERIODS.length; i++) {
            long start = PERIODS[i].startMinute(eventMinute);
            starts[i * EACH] = start;
            starts[i * EACH + 1] = PERIODS[i].nextMinute(start);
            starts[i * EACH + 2] = PERIODS[i].startMinute(firstMinute);
        }
    }

    Standing read(Presence presence, long firstMinute) {
        for (int i = 0; i < starts.length; i++) {
            before[i] = in(i, presence, firstMinute);
        }
        return this;
    }

    /** Says what is different after the event. */
    void emitChange(Presence presence, long firstMinute, Changes out) {
        for (int i = 0; i < starts.length; i++) {
            var after = in(i, presence, firstMinute);
            if (isListedBefore(i) || Objects.equals(before[i], after)) {
                continue;
            }
            emit(before[i], i, -1, out);
            emit(after, i, 1, out);
        }
    }

    /** The period that was the first may also be the event's, or the next. */
    private boolean isListedBefore(int i) {
        return i % EACH == 2 && (starts[i] == starts[i - 1] || starts[i] == starts[i - 2]);
    }

    private void emit(@Nullable String metric, int i, int more, Changes out) {
        if (metric != null) {
            out.count(metric, PERIODS[i / EACH], Metric.TOTAL, starts[i], more);
        }
    }

    private @Nullable String in(int i, Presence presence, long firstMinute) {
        var granularity = PERIODS[i / EACH];
        long start = starts[i];
        if (start == granularity.startMinute(firstMinute)) {
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
