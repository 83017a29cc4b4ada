package com.nexusai.query.http;

import com.nexusai.schema.aggregate.UserProfile;
import java.time.Instant;
import java.util.Map;

/** What one user did, over all time. */
record UserView(
        String userId,
        boolean identified,
        Instant firstSeen,
        Instant lastSeen,
        long events,
        Map<String, Long> eventsByType,
        Meta meta) {

    static UserView of(UserProfile profile, Meta meta) {
        return new UserView(
                profile.actor(),
                profile.identified(),
                profile.firstSeen(),
                profile.lastSeen(),
                profile.events(),
                profile.eventsByType(),
                meta);
    }
}
