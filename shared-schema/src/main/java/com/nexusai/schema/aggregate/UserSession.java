package com.nexusai.schema.aggregate;

import java.time.Instant;

/**
 * One session of an actor, as it stands.
 *
 * @param session its id; of a session without one, {@code ~} and the epoch milliseconds of its start
 * @param start its first event
 * @param end its last event
 * @param deleted there is no session of this name any more: a late event made it part of another, or begin earlier
 * @param revision grows with what is said of the actor; the highest one of a session is how it stands
 */
public record UserSession(
        String tenantId,
        String actor,
        String session,
        Instant start,
        Instant end,
        long events,
        boolean deleted,
        long revision) {}
