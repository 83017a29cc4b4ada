package com.nexusai.schema.aggregate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How long a cell's window is. Windows are aligned to UTC. */
public enum Granularity {
    MINUTE(ChronoUnit.MINUTES),
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    private final ChronoUnit unit;

    Granularity(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The start of the window that holds this instant. */
    public Instant start(Instant instant) {
        return instant.truncatedTo(unit);
    }

    /** The start of the window after the one that starts here. */
    public Instant next(Instant start) {
        return start.atOffset(ZoneOffset.UTC).plus(1, unit).toInstant();
    }

    /** As it stands in keys and answers: {@code minute}. */
    public String word() {
        return switch (this) {
            case MINUTE -> "minute";
            case HOUR -> "hour";
            case DAY -> "day";
        };
    }

    /** @throws IllegalArgumentException if there is no such granularity */
    public static Granularity of(String word) {
        return switch (word) {
            case "minute" -> MINUTE;
            case "hour" -> HOUR;
            case "day" -> DAY;
            default -> throw new IllegalArgumentException("'" + word + "' is none of minute, hour, day");
        };
    }
}
