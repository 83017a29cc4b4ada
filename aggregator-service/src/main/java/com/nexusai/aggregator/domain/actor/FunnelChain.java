package com.nexusai.aggregator.domain.actor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How far an actor came in a funnel, and when.
 *
 * <p>The level is the highest step k for which there is an entry (step 1), after it or at the same time a step 2, and so
 * on to k, all within the window after that entry; an event that is several steps may stand for all of them. That is what
 * ClickHouse's {@code windowFunnel} answers by default.
 *
 * <p>The times are of one chain: it begins with the entry with which that level was reached first, the latest such entry
 * if there are several, and takes each further step at the earliest time that it can. So they depend on what
 * happened only, not on the order in which it was learned.
 */
final class FunnelChain {
    private FunnelChain() {}

    /** Of those who enter by doing step 1 on a day; null if nobody does. */
    static long @Nullable [] ofDay(StepEvents events, long day, FunnelShape shape) {
        // by step, the latest entry from which it has been reached until now
        var entries = new long[shape.steps()];
        int level = 0;
        long entry = 0;
        long dayEnd = (day + 1) * UtcTime.DAY_MILLIS;
        for (int i = events.from(day * UtcTime.DAY_MILLIS); i < events.size() && level < shape.steps(); i++) {
            long time = events.time(i);
            if (time >= dayEnd && (level == 0 || time - shape.windowMillis() > entries[0])) {
                break;
            }
            int reached = reach(entries, level, events.mask(i), time, time < dayEnd, shape);
            if (reached > level) {
                level = reached;
                entry = entries[level - 1];
            }
        }
        return level == 0 ? null : from(entry, level, events, shape);
    }

    /** @return the level after the event */
    private static int reach(long[] entries, int level, int mask, long time, boolean mayEnter, FunnelShape shape) {
        int reached = level;
        if (mayEnter && (mask & 1) != 0) {
            entries[0] = time;
            reached = Math.max(reached, 1);
        }
        for (int k = 1; k <= reached && k < shape.steps(); k++) {
            if (((mask >> k) & 1) != 0 && time - shape.windowMillis() <= entries[k - 1]) {
                entries[k] = entries[k - 1];
                reached = Math.max(reached, k + 1);
            }
        }
        return reached;
    }

    /** Of one who entered at this time; to the level, at most. */
    static long[] from(long entry, int level, StepEvents events, FunnelShape shape) {
        var times = new long[level];
        times[0] = entry;
        int known = 1;
        for (int i = events.from(entry); known < level && i < events.size(); i++) {
            if (events.time(i) - shape.windowMillis() > entry) {
                break;
            }
            while (known < level && ((events.mask(i) >> known) & 1) != 0) {
                times[known++] = events.time(i);
            }
        }
        return known == level ? times : Arrays.copyOf(times, known);
    }
}
