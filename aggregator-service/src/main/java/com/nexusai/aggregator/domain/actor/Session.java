package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import org.jspecify.annotations.Nullable;

/** One session, and what it counts: all of it at the minute in which it starts. */
final class Session {
    private static final int CHANGED = 1;
    private static final int REPORTED = 2;

    final @Nullable String id;
    private long start;
    private long end;
    private long events;
    private boolean changed = true;
    private boolean reported;

    private Session(@Nullable String id, long start) {
        this.id = id;
        this.start = start;
        this.end = start;
    }

    /** A session of one event, as it is counted now. */
    static Session begin(@Nullable String id, long timestampMillis, Changes out) {
        var session = new Session(id, timestampMillis);
        session.events = 1;
        session.emit(1, out);
        return session;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    long millis() {
        return end - start;
    }

    /** What it is called outside. A session without an id that begins earlier is another one there. */
    String name() {
        return id == null ? "~" + start : id;
    }

    /** It takes in more events, and the time up to them. */
    void extend(long from, long to, long moreEvents, Changes out) {
        long newStart = Math.min(start, from);
        long newEnd = Math.max(end, to);
        changed = true;
        if (UtcTime.minute(newStart) == UtcTime.minute(start)) {
            emitGrowth(newEnd - newStart, moreEvents, out);
            set(newStart, newEnd, events + moreEvents);
        } else {
            emit(-1, out);
            set(newStart, newEnd, events + moreEvents);
            emit(1, out);
        }
    }

    private void set(long newStart, long newEnd, long newEvents) {
        start = newStart;
        end = newEnd;
        events = newEvents;
    }

    /** It has become part of another. */
    void takeBack(Changes out) {
        emit(-1, out);
    }

    long events() {
        return events;
    }

    private void emitGrowth(long newMillis, long moreEvents, Changes out) {
        long minute = UtcTime.minute(start);
        if (newMillis != millis()) {
            out.duration(Metric.SESSION_DURATION, Granularity.MINUTE, Metric.TOTAL, minute, millis(), -1);
            out.duration(Metric.SESSION_DURATION, Granularity.MINUTE, Metric.TOTAL, minute, newMillis, 1);
        }
        out.count(Metric.SESSION_EVENTS, Granularity.MINUTE, Metric.TOTAL, minute, moreEvents);
        if (events == 1) {
            out.count(Metric.BOUNCES, Granularity.MINUTE, Metric.TOTAL, minute, -1);
        }
    }

    private void emit(int sign, Changes out) {
        long minute = UtcTime.minute(start);
        out.count(Metric.SESSIONS, Granularity.MINUTE, Metric.TOTAL, minute, sign);
        out.duration(Metric.SESSION_DURATION, Granularity.MINUTE, Metric.TOTAL, minute, millis(), sign);
        out.count(Metric.SESSION_EVENTS, Granularity.MINUTE, Metric.TOTAL, minute, sign * events);
        if (events == 1) {
            out.count(Metric.BOUNCES, Granularity.MINUTE, Metric.TOTAL, minute, sign);
        }
    }

    boolean isChanged() {
        return changed;
    }

    /** Whether it was ever reported under its name, and so has to be reported as gone if it goes. */
    boolean isReported() {
        return reported;
    }

    /** Under the name that it gets now, it was not reported. */
    void forgetReports() {
        reported = false;
    }

    void report(ChangedSessions out) {
        out.session(name(), start, end, events, false);
        changed = false;
        reported = true;
    }

    void writeTo(ByteWriter writer) {
        writer.octet((changed ? CHANGED : 0) | (reported ? REPORTED : 0));
        writer.signed(start).unsigned(millis()).unsigned(events);
        if (id != null) {
            writer.text(id);
        }
    }

    static Session readFrom(boolean hasId, ByteReader reader) {
        int flags = reader.octet();
        long start = reader.signed();
        long end = start + reader.unsigned();
        long events = reader.unsigned();
        var session = new Session(hasId ? reader.text() : null, start);
        session.set(start, end, events);
        session.changed = (flags & CHANGED) != 0;
        session.reported = (flags & REPORTED) != 0;
        return session;
    }
}
