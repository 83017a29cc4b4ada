package com.nexusai.systemtests.metrics.traffic;

import com.nexusai.schema.serde.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who uses a tenant's product.
 *
 * @param days the UTC days, as days since 1970, on which this person comes at all
 * @param sessionIds how many percent of the visits have a session id
 * @param sharesSessionIds whether the session ids are ones that other people, and other visits, have too
 */
record Person(
        String tenant,
        @Nullable String userId,
        @Nullable String anonymousId,
        List<Long> days,
        int sessionIds,
        boolean sharesSessionIds) {

    String actor() {
        var actor = userId != null ? userId : anonymousId;
        if (actor == null) {
            throw new IllegalStateException("a person has a name");
        }
        return actor;
    }

    /** The id fields of an event; an id of digits goes out as a number, as producers like to do. */
    String idFields() {
        var user = userId == null
                ? ""
                : ",\"userId\":" + (isDigits(userId) ? userId : Json.MAPPER.writeValueAsString(userId));
        var anonymous = anonymousId == null ? "" : ",\"anonymousId\":" + Json.MAPPER.writeValueAsString(anonymousId);
        return user + anonymous;
    }

    private static boolean isDigits(String text) {
        return !text.startsWith("0") && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
