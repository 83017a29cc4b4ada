package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An actor's sessions. Events with the same session id are one session, whatever lies between. Among the events without
 * an id a gap of more than 30 minutes begins another. An event that comes late extends a session, or makes one of two.
 *
 * <p>Kept are the sessions that end in the 8 days before the actor's latest event (and the gap before them), 200 at
 * most, of which those with the oldest end go first. What is not kept stays as it was counted. An event that is later
 * than that, and belongs to no session that is kept, is part of none: whether it would begin one is forgotten.
 */
public final class Sessions {
    static final long GAP_MILLIS = 30 * UtcTime.MINUTE_MILLIS;
    static final long LATE_MILLIS = 8 * UtcTime.DAY_MILLIS;
    static final int MAX = 200;

    // both in the order of their ends; those without an id never overlap, so theirs is also the order of their starts
    private final List<Session> unnamed = new ArrayList<>(1);
    private final List<Session> named = new ArrayList<>(1);
    private final SessionNews news;
    private long latest = Long.MIN_VALUE;
    // of those that went because there were too many
    private @Nullable Long forgottenUntil;
    private long number;
    private long millis;

    public Sessions() {
        this(new SessionNews());
    }

    private Sessions(SessionNews news) {
        this.news = news;
    }

    public void add(long timestampMillis, @Nullable String sessionId, Changes out) {
        latest = Math.max(latest, timestampMillis);
        if (sessionId == null) {
            addUnnamed(timestampMillis, out);
        } else {
            addNamed(timestampMillis, sessionId, out);
        }
        forget();
    }

    private void addNamed(long at, String id, Changes out) {
        int i = named.size() - 1;
        while (i >= 0 && !id.equals(named.get(i).id)) {
            i--;
        }
        if (i >= 0) {
            extend(named.get(i), at, at, 1, out);
        } else if (isTooLate(at)) {
            return;
        } else {
            named.add(begin(id, at, out));
            i = named.size() - 1;
        }
        settle(i);
    }

    /** Only the session at this place may end later, or earlier, than its place says. */
    private void settle(int place) {
        int i = place;
        while (i + 1 < named.size() && named.get(i + 1).end() < named.get(i).end()) {
            swap(i++);
        }
        while (i > 0 && named.get(i - 1).end() > named.get(i).end()) {
            swap(--i);
        }
    }

    private void swap(int i) {
        named.set(i + 1, named.set(i, named.get(i + 1)));
    }

    private void addUnnamed(long at, Changes out) {
        int i = unnamed.size() - 1;
        while (i >= 0 && unnamed.get(i).start() - GAP_MILLIS > at) {
            i--;
        }
        if (i < 0 || at > unnamed.get(i).end() + GAP_MILLIS) {
            if (!isTooLate(at)) {
                unnamed.add(i + 1, begin(null, at, out));
            }
            return;
        }
        var session = unnamed.get(i);
        boolean bridges = i > 0 && at <= unnamed.get(i - 1).end() + GAP_MILLIS;
        if (bridges) {
            unnamed.remove(i);
            merge(unnamed.get(i - 1), session, out);
        } else {
            if (at < session.start()) {
                goes(session);
            }
            extend(session, at, at, 1, out);
        }
    }

    /** The event that made one session of two counts as well. */
    private void merge(Session first, Session second, Changes out) {
        goes(second);
        second.takeBack(out);
        number--;
        millis -= second.millis();
        extend(first, first.start(), second.end(), second.events() + 1, out);
    }

    /** Under its name there will be no session any more. */
    private void goes(Session session) {
        if (session.isReported()) {
            news.add(session, true);
            session.forgetReports();
        }
    }

    private Session begin(@Nullable String id, long at, Changes out) {
        number++;
        return Session.begin(id, at, out);
    }

    private void extend(Session session, long from, long to, long moreEvents, Changes out) {
        millis -= session.millis();
        session.extend(from, to, moreEvents, out);
        millis += session.millis();
    }

    private boolean isTooLate(long at) {
        return at < latest - LATE_MILLIS || (forgottenUntil != null && at <= forgottenUntil);
    }

    private void forget() {
        while (!unnamed.isEmpty() && isOld(unnamed.getFirst())) {
            forget(unnamed);
        }
        while (!named.isEmpty() && isOld(named.getFirst())) {
            forget(named);
        }
        while (named.size() + unnamed.size() > MAX) {
            var oldest = oldest();
            long until = oldest.getFirst().end() + GAP_MILLIS;
            forgottenUntil = forgottenUntil == null ? until : Math.max(forgottenUntil, until);
            forget(oldest);
        }
    }

    private boolean isOld(Session session) {
        return session.end() < latest - LATE_MILLIS - GAP_MILLIS;
    }

    private List<Session> oldest() {
        if (named.isEmpty()) {
            return unnamed;
        }
        return !unnamed.isEmpty()
                        && unnamed.getFirst().end() <= named.getFirst().end()
                ? unnamed
                : named;
    }

    private void forget(List<Session> sessions) {
        var session = sessions.removeFirst();
        if (session.isChanged()) {
            news.add(session, false);
        }
    }

    /** Says which sessions changed since this was asked last. */
    public void drainChanged(ChangedSessions out) {
        news.drain(out);
        drain(unnamed, out);
        drain(named, out);
    }

    private static void drain(List<Session> sessions, ChangedSessions out) {
        for (int i = 0; i < sessions.size(); i++) {
            if (sessions.get(i).isChanged()) {
                sessions.get(i).report(out);
            }
        }
    }

    /** Of all time. */
    public long number() {
        return number;
    }

    /** The length of all sessions of all time together. */
    public long totalMillis() {
        return millis;
    }

    public void writeTo(ByteWriter writer) {
        writer.unsigned(number).unsigned(millis).signed(latest);
        writer.octet(forgottenUntil == null ? 0 : 1);
        if (forgottenUntil != null) {
            writer.signed(forgottenUntil);
        }
        news.writeTo(writer);
        write(unnamed, writer);
        write(named, writer);
    }

    private static void write(List<Session> sessions, ByteWriter writer) {
        writer.unsigned(sessions.size());
        sessions.forEach(session -> session.writeTo(writer));
    }

    public static Sessions readFrom(ByteReader reader) {
        long number = reader.unsigned();
        long millis = reader.unsigned();
        long latest = reader.signed();
        var forgottenUntil = reader.octet() == 0 ? null : Long.valueOf(reader.signed());
        var sessions = new Sessions(SessionNews.readFrom(reader));
        sessions.number = number;
        sessions.millis = millis;
        sessions.latest = latest;
        sessions.forgottenUntil = forgottenUntil;
        read(false, reader, sessions.unnamed);
        read(true, reader, sessions.named);
        return sessions;
    }

    private static void read(boolean hasId, ByteReader reader, List<Session> sessions) {
        for (long left = reader.unsigned(); left > 0; left--) {
            sessions.add(Session.readFrom(hasId, reader));
        }
    }
}
