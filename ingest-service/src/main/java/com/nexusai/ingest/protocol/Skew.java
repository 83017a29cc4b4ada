package com.nexusai.ingest.protocol;

import com.nexusai.schema.event.EventTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * How far the sender's clock is from ours, seen by the time at which it says it sent. All times of a request are moved
 * by the same amount, so their order stays. A difference that the way and a retry explain is no skew: moving by it would
 * only blur what is right, and mix up the order between requests.
 */
record Skew(Duration shift, String sentAt) {
    static final Skew NONE = new Skew(Duration.ZERO, "");
    static final Duration TOLERANCE = Duration.ofSeconds(30);

    static Skew between(@Nullable JsonNode sentAt, Instant receivedAt) {
        var sent = sentAt == null ? null : time(sentAt);
        if (sent == null) {
            return NONE;
        }
        var shift = Duration.between(sent, receivedAt);
        return shift.abs().compareTo(TOLERANCE) <= 0 ? NONE : new Skew(shift, sent.toString());
    }

    /** What is no time stays as it is, to be refused for what it is. */
    @Nullable
    JsonNode correct(@Nullable JsonNode timestamp) {
        if (timestamp == null || (shift.isZero() && !isDigits(timestamp))) {
            return timestamp;
        }
        var time = time(timestamp);
        return time == null ? timestamp : StringNode.valueOf(time.plus(shift).toString());
    }

    /** ISO-8601 with an offset or epoch milliseconds, also as text. */
    static @Nullable Instant time(JsonNode value) {
        try {
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                return EventTime.ofEpochMilli(value.longValue());
            }
            if (!value.isString()) {
                return null;
            }
            var text = value.asString();
            return isDigits(value) ? EventTime.ofEpochMilli(Long.parseLong(text)) : EventTime.parse(text);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** Epoch milliseconds as text, which our own events do not know. */
    private static boolean isDigits(JsonNode value) {
        return value.isString() && value.asString().matches("\\d{1,15}");
    }
}
