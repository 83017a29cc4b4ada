package com.nexusai.schema.aggregate;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * What is known of one actor.
 *
 * @param actor the user id, or the anonymous id where there is no user
 * @param firstSeen event time of the earliest event
 * @param lastSeen event time of the latest event
 * @param tokensUsed exact
 * @param activeDays UTC days with an event, of the last 400
 * @param sessionMillis length of all sessions together
 * @param revenue exact, by currency
 * @param eventsByDay how many events the last three UTC days had, up to the latest one with an event
 */
public record UserProfile(
        String tenantId,
        String actor,
        boolean identified,
        Instant firstSeen,
        Instant lastSeen,
        long events,
        Map<String, Long> eventsByType,
        long messagesSent,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tokensUsed,
        int activeDays,
        long sessions,
        long sessionMillis,

        @JsonSerialize(contentUsing = ToStringSerializer.class)
        Map<String, BigDecimal> revenue,

        Map<LocalDate, Long> eventsByDay,
        long revision) {

    /** The types of an actor beyond so many are counted together, so that nobody's profile grows without end. */
    public static final int MAX_TYPES = 200;

    public static final String OTHER = "(other)";

    // what older records do not have reads as null
    public UserProfile {
        eventsByType = sorted(eventsByType);
        tokensUsed = tokensUsed == null ? BigDecimal.ZERO : tokensUsed;
        revenue = sorted(revenue);
        eventsByDay = sorted(eventsByDay);
    }

    /** Of an actor of whom only events are known. */
    public static UserProfile of(
            String tenantId, String actor, Instant firstSeen, Instant lastSeen, Map<String, Long> eventsByType) {
        long events = eventsByType.values().stream().mapToLong(Long::longValue).sum();
        return new UserProfile(
                tenantId,
                actor,
                true,
                firstSeen,
                lastSeen,
                events,
                eventsByType,
                0,
                BigDecimal.ZERO,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                events);
    }

    private static <K extends Comparable<?>, V> Map<K, V> sorted(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
