package com.nexusai.query.http;

import com.nexusai.query.domain.Meta;
import com.nexusai.schema.aggregate.UserProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What one user did, over all time. */
record UserView(
        String userId,
        boolean identified,
        Instant firstSeen,
        Instant lastSeen,
        long events,
        Map<String, Long> eventsByType,
        long messagesSent,
        String tokensUsed,
        int activeDays,
        double messagesPerActiveDay,
        long sessions,
        long sessionMillis,
        Map<String, String> revenue,
        Meta meta) {

    static UserView of(UserProfile profile, Meta meta) {
        return new UserView(
                profile.actor(),
                profile.identified(),
                profile.firstSeen(),
                profile.lastSeen(),
                profile.events(),
                profile.eventsByType(),
                profile.messagesSent(),
                profile.tokensUsed().toPlainString(),
                profile.activeDays(),
                profile.activeDays() == 0 ? 0 : (double) profile.messagesSent() / profile.activeDays(),
                profile.sessions(),
                profile.sessionMillis(),
                exact(profile.revenue()),
                meta);
    }

    /** Money as text: a JSON number would be read as a binary fraction. */
    private static Map<String, String> exact(Map<String, BigDecimal> amounts) {
        var texts = new TreeMap<String, String>();
        amounts.forEach((currency, amount) -> texts.put(currency, amount.toPlainString()));
        return texts;
    }
}
