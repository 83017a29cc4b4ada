package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.UserProfile;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** All that is known of one actor. */
public final class ActorState {
    /** The state of an actor of whom nothing was seen. */
    public ActorState() {}

    /**
     * Every event of the actor, once. Before the smaller methods are called for the same event.
     *
     * @return whether the actor is now first seen at another time than before: then every funnel that begins there has
     *     to be told by {@link #funnel}, even if the event is none of its steps
     */
    public boolean event(
            String type, long timestampMillis, @Nullable String sessionId, boolean identified, Changes out) {
        throw new UnsupportedOperationException();
    }

    public void messageSent() {
        throw new UnsupportedOperationException();
    }

    /** @param units of 10^-9 */
    public void tokens(long units) {
        throw new UnsupportedOperationException();
    }

    /** @param units of 10^-9 */
    public void tokens(BigInteger units) {
        throw new UnsupportedOperationException();
    }

    /** @param units of 10^-9 */
    public void revenue(String currency, long units) {
        throw new UnsupportedOperationException();
    }

    /** @param units of 10^-9 */
    public void revenue(String currency, BigInteger units) {
        throw new UnsupportedOperationException();
    }

    /** The event counts for a metric that counts distinct actors. */
    public void distinct(String metric, String dimension, long timestampMillis, Changes out) {
        throw new UnsupportedOperationException();
    }

    /** @param stepMask bit k-1 is set if the event is step k; 0 where only the first seen has moved */
    public void funnel(FunnelShape shape, long timestampMillis, int stepMask, Changes out) {
        throw new UnsupportedOperationException();
    }

    /** Says which sessions changed since this was called last. */
    public void drainChangedSessions(ChangedSessions out) {
        throw new UnsupportedOperationException();
    }

    /** @param epochDay one of the actor's last 8 UTC days; before them, 0 */
    public long eventsOnDay(long epochDay) {
        throw new UnsupportedOperationException();
    }

    /** @param firstEpochDay the first day of one of the actor's last 2 UTC months; before them, 0 */
    public long eventsInMonth(long firstEpochDay) {
        throw new UnsupportedOperationException();
    }

    public long firstSeen() {
        throw new UnsupportedOperationException();
    }

    public long lastSeen() {
        throw new UnsupportedOperationException();
    }

    /** Grows by one with every event. */
    public long revision() {
        throw new UnsupportedOperationException();
    }

    public UserProfile profile(String tenantId, String actor) {
        throw new UnsupportedOperationException();
    }

    public void writeTo(ByteWriter writer) {
        throw new UnsupportedOperationException();
    }

    public byte[] toBytes() {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException if it was written by a version that this one does not know */
    public static ActorState fromBytes(byte[] bytes) {
        throw new UnsupportedOperationException();
    }
}
