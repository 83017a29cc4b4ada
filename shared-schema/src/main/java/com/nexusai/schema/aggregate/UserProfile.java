package com.nexusai.schema.aggregate;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of one actor.
 *
 * @param actor the user id, or the anonymous id where there is no user
 * @param firstSeen event time of the earliest event
 * @param lastSeen event time of the latest event
 */
public record UserProfile(
        String tenantId,
        String actor,
        boolean identified,
        Instant firstSeen,
        Instant lastSeen,
        long events,
        Map<String, Long> eventsByType,
        long revision) {

    /** The types of an actor beyond so many are counted together, so that nobody's profile grows without end. */
    public static final int MAX_TYPES = 200;

    public static final String OTHER = "(other)";

    public UserProfile {
        eventsByType = Collections.unmodifiableMap(new TreeMap<>(eventsByType));
    }

    public static UserProfile first(String tenantId, String actor, boolean identified, Instant at) {
        return new UserProfile(tenantId, actor, identified, at, at, 0, Map.of(), 0);
    }

    public UserProfile plus(String type, Instant at) {
        var byType = new TreeMap<>(eventsByType);
        byType.merge(byType.containsKey(type) || byType.size() < MAX_TYPES ? type : OTHER, 1L, Long::sum);
        return new UserProfile(
                tenantId,
                actor,
                identified,
                at.isBefore(firstSeen) ? at : firstSeen,
                at.isAfter(lastSeen) ? at : lastSeen,
                events + 1,
                byType,
                revision + 1);
    }
}
