package com.nexusai.schema.audit;

import com.nexusai.schema.event.EventKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that a person did.
 *
 * @param actor the id of the key, or the subject of the token, with which it was done
 * @param action in kebab case, such as {@code rejected-event-resubmitted}
 * @param subject what it was done to, such as {@code rejected-event/3-412}
 * @param details what else is worth knowing
 */
public record AuditEntry(
        String tenantId, Instant at, String actor, String action, String subject, Map<String, String> details) {

    public AuditEntry {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** The key on its topic: all that happened to one thing lies in order. */
    public String key() {
        return EventKey.of(tenantId, subject);
    }
}
