package com.nexusai.systemtests.metrics.traffic;

import com.nexusai.schema.serde.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as a producer writes it: its time in any of the ways that time can be written. */
final class EventText {
    private static final List<ZoneOffset> OFFSETS = List.of(
            ZoneOffset.ofHoursMinutes(5, 30),
            ZoneOffset.ofHours(-8),
            ZoneOffset.ofHoursMinutes(12, 45),
            ZoneOffset.UTC);
    private static final DateTimeFormatter WITH_MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    private static final DateTimeFormatter WITH_MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    private final Dice dice;

    EventText(Dice dice) {
        this.dice = dice;
    }

    /**
     * @param eventId null for an event that names none
     * @param at null for an event that does not say when
     */
    String of(
            String tenant,
            @Nullable String eventId,
            String idFields,
            @Nullable String sessionId,
            @Nullable Long at,
            Deed deed) {
        var text = new StringBuilder(256);
        text.append("{\"tenantId\":\"").append(tenant).append('"');
        if (eventId != null) {
            text.append(",\"eventId\":\"").append(eventId).append('"');
        }
        text.append(",\"type\":")
                .append(Json.MAPPER.writeValueAsString(deed.type()))
                .append(idFields);
        if (sessionId != null) {
            text.append(",\"sessionId\":\"").append(sessionId).append('"');
        }
        if (at != null) {
            text.append(",\"timestamp\":").append(time(at));
        }
        return text.append(",\"properties\":")
                .append(deed.properties())
                .append('}')
                .toString();
    }

    private String time(long at) {
        var instant = Instant.ofEpochMilli(at);
        int way = dice.below(10);
        if (way < 5) {
            return '"' + instant.toString() + '"';
        }
        if (way < 7) {
            return Long.toString(at);
        }
        var local = instant.atOffset(dice.pick(OFFSETS));
        // what is finer than a millisecond is cut off, not rounded
        return '"'
                + (way < 9 ? WITH_MILLIS.format(local) : WITH_MICROS.format(local.plusNanos(dice.below(1_000_000))))
                + '"';
    }
}
