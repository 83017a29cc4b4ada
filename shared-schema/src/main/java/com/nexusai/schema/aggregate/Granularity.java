package com.nexusai.schema.aggregate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How long a cell's window is. Windows are aligned to UTC; a week begins on Monday. All of them begin with a minute, so
 * a window is also known by the number of that minute since 1970.
 */
public enum Granularity {
    MINUTE(0, "minute"),
    HOUR(1, "hour"),
    DAY(2, "day"),
    WEEK(3, "week"),
    MONTH(4, "month");

    private static final int HOUR_MINUTES = 60;
    private static final int DAY_MINUTES = 24 * HOUR_MINUTES;
    // 1 January 1970 was a Thursday
    private static final int EPOCH_DAY_OF_WEEK = 3;

    private final int code;
    private final String word;

    Granularity(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /** The start of the window that holds this instant. */
    public Instant start(Instant instant) {
        return instantOf(startMinute(Math.floorDiv(instant.getEpochSecond(), 60)));
    }

    /** The start of the window after the one that starts here. */
    public Instant next(Instant start) {
        return instantOf(nextMinute(Math.floorDiv(start.getEpochSecond(), 60)));
    }

    /** The first minute of the window that holds this minute. */
    public long startMinute(long minute) {
        return switch (this) {
            case MINUTE -> minute;
            case HOUR -> minute - Math.floorMod(minute, HOUR_MINUTES);
            case DAY -> minute - Math.floorMod(minute, DAY_MINUTES);
            case WEEK -> {
                long day = Math.floorDiv(minute, DAY_MINUTES);
                yield (day - Math.floorMod(day + EPOCH_DAY_OF_WEEK, 7)) * DAY_MINUTES;
            }
            case MONTH -> dayOf(minute).withDayOfMonth(1).toEpochDay() * DAY_MINUTES;
        };
    }

    /** The first minute of the window after the one that begins with this minute. */
    public long nextMinute(long start) {
        return switch (this) {
            case MINUTE -> start + 1;
            case HOUR -> start + HOUR_MINUTES;
            case DAY -> start + DAY_MINUTES;
            case WEEK -> start + 7 * DAY_MINUTES;
            case MONTH -> dayOf(start).plusMonths(1).toEpochDay() * DAY_MINUTES;
        };
    }

    /** The start of the window so many windows before the one that starts here. */
    public Instant back(Instant start, int windows) {
        return this == MONTH
                ? LocalDate.ofInstant(start, ZoneOffset.UTC)
                        .minusMonths(windows)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : start.minusSeconds(windows * lengthSeconds());
    }

    /** How many windows lie between two starts of windows. */
    public long between(Instant from, Instant to) {
        return this == MONTH
                ? ChronoUnit.MONTHS.between(
                        LocalDate.ofInstant(from, ZoneOffset.UTC), LocalDate.ofInstant(to, ZoneOffset.UTC))
                : Duration.between(from, to).toSeconds() / lengthSeconds();
    }

    /** Of all but months, which differ. */
    private long lengthSeconds() {
        return nextMinute(0) * 60;
    }

    /** As it stands in binary forms: never change it. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is no such granularity */
    public static Granularity ofCode(int code) {
        return switch (code) {
            case 0 -> MINUTE;
            case 1 -> HOUR;
            case 2 -> DAY;
            case 3 -> WEEK;
            case 4 -> MONTH;
            default -> throw new IllegalArgumentException("no granularity has the code " + code);
        };
    }

    /** As it stands in keys and answers: {@code minute}. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if there is no such granularity */
    public static Granularity of(String word) {
        return switch (word) {
            case "minute" -> MINUTE;
            case "hour" -> HOUR;
            case "day" -> DAY;
            case "week" -> WEEK;
            case "month" -> MONTH;
            default -> throw new IllegalArgumentException("'" + word + "' is none of minute, hour, day, week, month");
        };
    }

    public static Instant instantOf(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }

    public static long minuteOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60);
    }

    private static LocalDate dayOf(long minute) {
        return LocalDate.ofEpochDay(Math.floorDiv(minute, DAY_MINUTES));
    }
}
