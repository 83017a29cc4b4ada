package com.nexusai.schema.event;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Event time on the wire: ISO-8601 with an offset, milliseconds. */
public final class EventTime {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private EventTime() {}

    /** @throws DateTimeException if it is no time, or has no offset */
    public static Instant parse(String text) {
        if (UtcText.isUsual(text)) {
            return UtcText.parse(text);
        }
        var time = text.endsWith("Z")
                ? Instant.parse(text)
                : OffsetDateTime.parse(text).toInstant();
        return checked(time).truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws DateTimeException if it lies too far away to be a time */
    public static Instant ofEpochMilli(Number millis) {
        if (millis instanceof BigInteger) {
            throw new DateTimeException("outside the years 1 to 9999");
        }
        return checked(Instant.ofEpochMilli(millis.longValue()));
    }

    /** As {@link Instant#toString} writes it. */
    static String text(Instant time) {
        return UtcText.write(time);
    }

    private static Instant checked(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException("outside the years 1 to 9999");
        }
        return time;
    }
}
