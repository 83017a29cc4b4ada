package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.UserProfile;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is known of one actor. It is changed in place, and its binary form is what is stored. */
public final class ActorState {
    private static final int VERSION = 1;
    private static final int MAX_CURRENCIES = 20;
    private static final int PROFILE_DAYS = 3;

    private final Activity activity;
    private final Sessions sessions;
    private final RecentEvents recent;
    private final Presences presences;
    private final CappedMap<Count> types = new CappedMap<>(UserProfile.MAX_TYPES, Count::new);
    private final CappedMap<ExactSum> revenue = new CappedMap<>(MAX_CURRENCIES, ExactSum::new);
    private final Map<String, FunnelPath> funnels = new HashMap<>(2);
    private ExactSum tokens = new ExactSum();
    private long events;
    private long messagesSent;
    private boolean identified;

    /** Of an actor of whom nothing was seen. */
    public ActorState() {
        this(new Activity(), new Sessions(), new RecentEvents(), new Presences());
    }

    private ActorState(Activity activity, Sessions sessions, RecentEvents recent, Presences presences) {
        this.activity = activity;
        this.sessions = sessions;
        this.recent = recent;
        this.presences = presences;
    }

    /**
     * Every event of the actor, once. Before the smaller methods are called for the same event.
     *
     * @return whether the actor is now first seen at another time than before: then every funnel that begins there has
     *     to be told by {@link #funnel}, even if the event is none of its steps
     */
    public boolean event(
            String type, long timestampMillis, @Nullable String sessionId, boolean isIdentified, Changes out) {
        boolean first = events == 0 || timestampMillis < activity.firstSeen();
        events++;
        types.of(type).value++;
        identified |= isIdentified;
        recent.add(timestampMillis);
        activity.seen(timestampMillis, out);
        sessions.add(timestampMillis, sessionId, out);
        return first;
    }

    public void messageSent() {
        messagesSent++;
    }

    /** @param units of 10^-9 */
    public void tokens(long units) {
        tokens.add(units);
    }

    /** @param units of 10^-9 */
    public void tokens(BigInteger units) {
        tokens.add(units);
    }

    /** @param units of 10^-9 */
    public void revenue(String currency, long units) {
        revenue.of(currency).add(units);
    }

    /** @param units of 10^-9 */
    public void revenue(String currency, BigInteger units) {
        revenue.of(currency).add(units);
    }

    /** The event counts for a metric that counts distinct actors. */
    public void distinct(String metric, String dimension, long timestampMillis, Changes out) {
        presences.seen(metric, dimension, timestampMillis, out);
    }

    /** @param stepMask bit k-1 is set if the event is step k; 0 where only the first seen has moved */
    public void funnel(FunnelShape shape, long timestampMillis, int stepMask, Changes out) {
        var path = funnels.get(shape.name());
        if (path == null) {
            path = new FunnelPath();
            funnels.put(shape.name(), path);
        }
        if (shape.beginsAtFirstSeen()) {
            path.firstSeen(activity.firstSeen(), shape, out);
        }
        path.add(timestampMillis, stepMask, shape, out);
    }

    /** Says which sessions changed since this was called last. */
    public void drainChangedSessions(ChangedSessions out) {
        sessions.drainChanged(out);
    }

    /** @param epochDay one of the actor's last 8 UTC days; before them, 0 */
    public long eventsOnDay(long epochDay) {
        return recent.onDay(epochDay);
    }

    /** @param firstEpochDay the first day of one of the actor's last 2 UTC months; before them, 0 */
    public long eventsInMonth(long firstEpochDay) {
        return recent.inMonth(firstEpochDay);
    }

    public long firstSeen() {
        return activity.firstSeen();
    }

    public long lastSeen() {
        return activity.lastSeen();
    }

    /** Grows by one with every event. */
    public long revision() {
        return events;
    }

    public UserProfile profile(String tenantId, String actor) {
        return new UserProfile(
                tenantId,
                actor,
                identified,
                Instant.ofEpochMilli(firstSeen()),
                Instant.ofEpochMilli(lastSeen()),
                events,
                types.view(count -> count.value),
                messagesSent,
                tokens.toBigDecimal(),
                activity.activeDays(),
                sessions.number(),
                sessions.totalMillis(),
                revenue.view(ExactSum::toBigDecimal),
                recent.byDay(PROFILE_DAYS),
                revision());
    }

    public byte[] toBytes() {
        var writer = new ByteWriter(256);
        writeTo(writer);
        return writer.toBytes();
    }

    public void writeTo(ByteWriter writer) {
        writer.octet(VERSION).octet(identified ? 1 : 0);
        writer.unsigned(events).unsigned(messagesSent);
        activity.writeTo(writer);
        sessions.writeTo(writer);
        recent.writeTo(writer);
        presences.writeTo(writer);
        types.writeTo(writer, (count, to) -> to.unsigned(count.value));
        revenue.writeTo(writer, ExactSum::writeTo);
        tokens.writeTo(writer);
        writer.unsigned(funnels.size());
        funnels.forEach((name, path) -> {
            writer.text(name);
            path.writeTo(writer);
        });
    }

    /** @throws IllegalArgumentException if it was written by a version that this one does not know */
    public static ActorState fromBytes(byte[] bytes) {
        var reader = new ByteReader(bytes);
        int version = reader.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException("The state of an actor has version " + version + ", and only version "
                    + VERSION + " can be read here: was it written by a newer aggregator?");
        }
        boolean identified = reader.octet() == 1;
        long events = reader.unsigned();
        long messagesSent = reader.unsigned();
        var state = new ActorState(
                Activity.readFrom(reader),
                Sessions.readFrom(reader),
                RecentEvents.readFrom(reader),
                Presences.readFrom(reader));
        state.identified = identified;
        state.events = events;
        state.messagesSent = messagesSent;
        state.types.readFrom(reader, from -> new Count(from.unsigned()));
        state.revenue.readFrom(reader, ExactSum::readFrom);
        state.tokens = ExactSum.readFrom(reader);
        for (long left = reader.unsigned(); left > 0; left--) {
            state.funnels.put(reader.text().intern(), FunnelPath.readFrom(reader));
        }
        return state;
    }

    private static final class Count {
        private long value;

        private Count() {}

        private Count(long value) {
            this.value = value;
        }
    }
}
