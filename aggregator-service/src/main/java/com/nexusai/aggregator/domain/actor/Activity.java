package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import org.jspecify.annotations.Nullable;

/**
 * When an actor was there, and so how it counts as active, new, returning or resurrected, and in the retention of those
 * who came when it came.
 *
 * <p>An event of 400 days before the latest, or more, changes only when the actor was first seen: the new users and the
 * cohorts that follow from that are put right, as far as the days are still kept, but the actor does not become active
 * in that past.
 */
public final class Activity {
    private final Presence presence;
    private long firstSeen;
    private long lastSeen;

    public Activity() {
        this(new Presence());
    }

    private Activity(Presence presence) {
        this.presence = presence;
    }

    /** @return whether anything has changed */
    public boolean seen(long timestampMillis, Changes out) {
        if (presence.isEmpty()) {
            firstEvent(timestampMillis, out);
            return true;
        }
        boolean last = seenLast(timestampMillis, out);
        boolean first = timestampMillis < firstSeen;
        if (!first && presence.inHourOf(timestampMillis)) {
            return last;
        }
        long day = UtcTime.day(timestampMillis);
        if (day < UtcTime.day(firstSeen) || presence.wouldTake(day)) {
            anotherDay(timestampMillis, out);
            return true;
        }
        firstSeen = Math.min(firstSeen, timestampMillis);
        boolean news = presence.seen(Metric.ACTIVE_USERS, Metric.TOTAL, timestampMillis, out);
        return news || first || last;
    }

    private void firstEvent(long timestampMillis, Changes out) {
        long minute = UtcTime.minute(timestampMillis);
        firstSeen = timestampMillis;
        lastSeen = timestampMillis;
        out.count(Metric.ACTIVE_NOW, Granularity.MINUTE, Metric.TOTAL, minute, 1);
        presence.seen(Metric.ACTIVE_USERS, Metric.TOTAL, timestampMillis, out);
        Standing.ofNobody(Granularity.DAY, minute).emitChange(presence, minute, out);
        Standing.ofNobody(Granularity.WEEK, minute).emitChange(presence, minute, out);
        Standing.ofNobody(Granularity.MONTH, minute).emitChange(presence, minute, out);
        Cohort.countAll(Granularity.DAY, minute, presence, 1, out);
        Cohort.countAll(Granularity.WEEK, minute, presence, 1, out);
    }

    private boolean seenLast(long timestampMillis, Changes out) {
        if (timestampMillis <= lastSeen) {
            return false;
        }
        long was = UtcTime.minute(lastSeen);
        long is = UtcTime.minute(timestampMillis);
        if (is != was) {
            out.count(Metric.ACTIVE_NOW, Granularity.MINUTE, Metric.TOTAL, was, -1);
            out.count(Metric.ACTIVE_NOW, Granularity.MINUTE, Metric.TOTAL, is, 1);
        }
        lastSeen = timestampMillis;
        return true;
    }

    /** A day on which the actor was not seen yet, or one before it was first seen. */
    private void anotherDay(long timestampMillis, Changes out) {
        long minute = UtcTime.minute(timestampMillis);
        long oldFirst = UtcTime.minute(firstSeen);
        long newFirst = Math.min(oldFirst, minute);
        var inDay = Standing.before(Granularity.DAY, minute, oldFirst, presence);
        var inWeek = Standing.before(Granularity.WEEK, minute, oldFirst, presence);
        var inMonth = Standing.before(Granularity.MONTH, minute, oldFirst, presence);
        boolean leavesDay = Cohort.leaves(Granularity.DAY, minute, oldFirst, newFirst, presence, out);
        boolean leavesWeek = Cohort.leaves(Granularity.WEEK, minute, oldFirst, newFirst, presence, out);

        presence.seen(Metric.ACTIVE_USERS, Metric.TOTAL, timestampMillis, out);
        firstSeen = Math.min(firstSeen, timestampMillis);

        emitChange(inDay, newFirst, out);
        emitChange(inWeek, newFirst, out);
        emitChange(inMonth, newFirst, out);
        if (leavesDay) {
            Cohort.countAll(Granularity.DAY, newFirst, presence, 1, out);
        }
        if (leavesWeek) {
            Cohort.countAll(Granularity.WEEK, newFirst, presence, 1, out);
        }
    }

    private void emitChange(@Nullable Standing before, long firstMinute, Changes out) {
        if (before != null) {
            before.emitChange(presence, firstMinute, out);
        }
    }

    /** UTC days with an event, of the last 400. */
    public int activeDays() {
        return presence.activeDays();
    }

    public long firstSeen() {
        return firstSeen;
    }

    public long lastSeen() {
        return lastSeen;
    }

    public void writeTo(ByteWriter writer) {
        presence.writeTo(writer);
        writer.signed(firstSeen).signed(lastSeen);
    }

    public static Activity readFrom(ByteReader reader) {
        var activity = new Activity(Presence.readFrom(reader));
        activity.firstSeen = reader.signed();
        activity.lastSeen = reader.signed();
        return activity;
    }
}
