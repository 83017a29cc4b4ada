package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one actor through one funnel: for each UTC day on which it entered, how far it came and when, as {@link
 * FunnelChain} defines it.
 *
 * <p>An event may come up to 8 days after a later one, and all is as if it had come in time. Days so old that even such
 * an event could not change them are forgotten; what was said of them stays. Of more than 256 times at which steps
 * were taken some are dropped, see {@link StepEvents}; then a day's level may come out too low for what comes later, but
 * what was said is not taken back.
 *
 * <p>A funnel that begins when the actor was first seen has one entry. Of it only those steps are kept that could still
 * count if the first seen moves to an earlier time.
 */
public final class FunnelPath {
    static final long LATE_MILLIS = 8 * UtcTime.DAY_MILLIS;

    private final StepEvents events;
    private final List<FunnelEntry> entries = new ArrayList<>(1);

    public FunnelPath() {
        this(new StepEvents());
    }

    private FunnelPath(StepEvents events) {
        this.events = events;
    }

    /** @param stepMask bit k-1 is set if the event is step k */
    public void add(long timestampMillis, int stepMask, FunnelShape shape, Changes out) {
        if (shape.beginsAtFirstSeen()) {
            addAfterFirstSeen(timestampMillis, stepMask & ~1, shape, out);
        } else if (stepMask != 0) {
            addToDays(timestampMillis, stepMask, shape, out);
        }
    }

    /** For a funnel that begins there; before any event is added, and whenever it has moved. */
    public void firstSeen(long timestampMillis, FunnelShape shape, Changes out) {
        var known = entries.isEmpty() ? null : entries.getFirst();
        if (known == null || timestampMillis < known.times()[0]) {
            enter(timestampMillis, known, shape, out);
        }
    }

    private void addAfterFirstSeen(long time, int mask, FunnelShape shape, Changes out) {
        var entry = entries.getFirst();
        var times = entry.times();
        if (time - shape.windowMillis() > times[0]) {
            if (time - shape.windowMillis() - LATE_MILLIS > times[0]) {
                keepOnlyChain(times);
            }
            return;
        }
        if (isNews(time, mask, times) && events.add(time, mask)) {
            enter(times[0], entry, shape, out);
        }
    }

    /** A step that was taken before, or is at that time, cannot count any more, whatever comes. */
    private static boolean isNews(long time, int mask, long[] times) {
        int stepsTaken = 1;
        while (stepsTaken < times.length && times[stepsTaken] <= time) {
            stepsTaken++;
        }
        return mask >>> stepsTaken != 0;
    }

    private void enter(long first, @Nullable FunnelEntry known, FunnelShape shape, Changes out) {
        var entry = new FunnelEntry(UtcTime.day(first), FunnelChain.from(first, shape.steps(), events, shape));
        FunnelEntry.emitChange(known, entry, shape, out);
        entries.clear();
        entries.add(entry);
        events.forgetAfter(first + shape.windowMillis());
        forgetWhatIsNoNews(entry.times());
        if (events.isTooMany() && !events.thinARun()) {
            forgetLastBut(entry.times());
        }
    }

    private void forgetWhatIsNoNews(long[] times) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (!isOfChain(events.time(i), times) && !isNews(events.time(i), events.mask(i), times)) {
                events.forget(i);
            }
        }
    }

    private void keepOnlyChain(long[] times) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (!isOfChain(events.time(i), times)) {
                events.forget(i);
            }
        }
    }

    private void forgetLastBut(long[] chain) {
        int last = events.size() - 1;
        while (isOfChain(events.time(last), chain)) {
            last--;
        }
        events.forget(last);
    }

    private static boolean isOfChain(long time, long[] times) {
        for (int k = 1; k < times.length; k++) {
            if (times[k] == time) {
                return true;
            }
        }
        return false;
    }

    private void addToDays(long time, int mask, FunnelShape shape, Changes out) {
        long day = UtcTime.day(time);
        boolean isLast = events.size() == 0 || time > events.time(events.size() - 1);
        if (isLast) {
            forgetOldDays(firstDay(time, shape));
        } else if (day < firstDay(events.time(events.size() - 1), shape)) {
            return;
        }
        if (!events.add(time, mask)) {
            return;
        }
        boolean enters = (mask & 1) != 0;
        for (int i = entries.size() - 1; i >= 0 && isInReach(entries.get(i), time, shape); i--) {
            enters &= entries.get(i).day() != day;
            if (entries.get(i).day() <= day && (!isLast || isNextStep(mask, entries.get(i)))) {
                look(i, shape, out);
            }
        }
        if (enters) {
            int at = entries.size();
            while (at > 0 && entries.get(at - 1).day() > day) {
                at--;
            }
            enter(at, day, shape, out);
        }
        if (events.isTooMany() && !events.thinARun()) {
            events.forget(0);
        }
    }

    /** From here on, all is kept. */
    private static long firstDay(long latest, FunnelShape shape) {
        return UtcTime.day(latest - shape.windowMillis() - LATE_MILLIS);
    }

    private void forgetOldDays(long firstDay) {
        events.forgetBefore(firstDay * UtcTime.DAY_MILLIS);
        while (!entries.isEmpty() && entries.getFirst().day() < firstDay) {
            entries.removeFirst();
        }
    }

    private static boolean isInReach(FunnelEntry entry, long time, FunnelShape shape) {
        return entry.day() >= UtcTime.day(time - shape.windowMillis());
    }

    /** After all others, an event can only add to a day's level if it is the very next step. */
    private static boolean isNextStep(int mask, FunnelEntry entry) {
        return ((mask >>> entry.level()) & 1) != 0;
    }

    private void enter(int at, long day, FunnelShape shape, Changes out) {
        var times = FunnelChain.ofDay(events, day, shape);
        if (times != null) {
            entries.add(at, new FunnelEntry(day, times));
            FunnelEntry.emitChange(null, entries.get(at), shape, out);
        }
    }

    private void look(int i, FunnelShape shape, Changes out) {
        var before = entries.get(i);
        var times = FunnelChain.ofDay(events, before.day(), shape);
        // more events never lead less far: then some were dropped
        if (times != null && times.length >= before.level()) {
            entries.set(i, new FunnelEntry(before.day(), times));
            FunnelEntry.emitChange(before, entries.get(i), shape, out);
        }
    }

    public void writeTo(ByteWriter writer) {
        events.writeTo(writer);
        writer.unsigned(entries.size());
        entries.forEach(entry -> entry.writeTo(writer));
    }

    public static FunnelPath readFrom(ByteReader reader) {
        var path = new FunnelPath(StepEvents.readFrom(reader));
        for (long left = reader.unsigned(); left > 0; left--) {
            path.entries.add(FunnelEntry.readFrom(reader));
        }
        return path;
    }
}
