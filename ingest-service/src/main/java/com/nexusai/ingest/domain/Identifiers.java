package com.nexusai.ingest.domain;

import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.auth.TenantId;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.Surrogates;
import com.nexusai.schema.rejection.Rejection;
import com.nexusai.schema.rejection.RejectionCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What ids and names may look like. Wide for what producers choose, narrow for tenants, which become keys and labels. */
public final class Identifiers {
    static final int MAX_LENGTH = 200;

    private Identifiers() {}

    static Optional<Rejection> objection(Event event) {
        if (!TenantId.isValid(event.tenantId())) {
            return invalid("tenantId", TenantId.RULE);
        }
        return typeObjection(event.type())
                .or(() -> textObjection("eventId", event.eventId()))
                .or(() -> textObjection("userId", event.userId()))
                .or(() -> textObjection("anonymousId", event.anonymousId()))
                .or(() -> textObjection("sessionId", event.sessionId()));
    }

    /** What is wrong with the type of an event; empty where nothing is. */
    public static Optional<Rejection> typeObjection(String type) {
        if (type.isBlank()) {
            return Optional.of(new Rejection(
                    RejectionCode.MISSING_FIELD, "type", "is missing; say what happened, such as MESSAGE_SENT"));
        }
        if (type.equals(Metric.TOTAL)) {
            return invalid("type", "must not be '" + Metric.TOTAL + "', which stands for all types together");
        }
        return textObjection("type", type);
    }

    static String tenantOr(String fallback, String tenantId) {
        return TenantId.isValid(tenantId) ? tenantId : fallback;
    }

    static String idOr(String fallback, String eventId) {
        return textObjection("eventId", eventId).isPresent() ? fallback : eventId;
    }

    private static Optional<Rejection> textObjection(String field, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() > MAX_LENGTH) {
            return invalid(field, "has " + text.length() + " characters, at most " + MAX_LENGTH + " are accepted");
        }
        // a loop and no stream: it looks at each letter of each event
        boolean surrogates = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (Character.isISOControl(letter)) {
                return invalid(field, "has a control character");
            }
            surrogates |= Character.isSurrogate(letter);
        }
        return surrogates && !Surrogates.arePaired(text)
                ? invalid(field, "has half of a surrogate pair")
                : Optional.empty();
    }

    private static Optional<Rejection> invalid(String field, String detail) {
        return Optional.of(new Rejection(RejectionCode.INVALID_FIELD, field, detail));
    }
}
