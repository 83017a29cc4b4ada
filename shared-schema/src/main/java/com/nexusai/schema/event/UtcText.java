package com.nexusai.schema.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.LocalDate;

/**
 * {@code 2026-01-31T09:30:00Z} and {@code 2026-01-31T09:30:00.250Z}, the two forms that nearly every event has. Each
 * event is read and written several times on its way, and java.time's formatter took longer than all of its JSON.
 */
final class UtcText {
    private static final int SECONDS_LENGTH = 20;
    private static final int MILLIS_LENGTH = 24;
    private static final String SHAPE = "0000-00-00T00:00:00.000Z";

    private UtcText() {}

    /** Whether it has one of the two forms; the numbers may still be none of a calendar. */
    static boolean isUsual(String text) {
        int length = text.length();
        if ((length != SECONDS_LENGTH && length != MILLIS_LENGTH) || text.charAt(length - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < length - 1; i++) {
            char wanted = SHAPE.charAt(i);
            char c = text.charAt(i);
            if (wanted == '0' ? (c < '0' || c > '9') : c != wanted) {
                return false;
            }
        }
        // the years, hours and seconds at the edges are java.time's to judge
        return number(text, 0, 4) > 0
                && number(text, 11, 2) < 24
                && number(text, 14, 2) < 60
                && number(text, 17, 2) < 60;
    }

    /** @throws java.time.DateTimeException if there is no such day */
    static Instant parse(String text) {
        var day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
        int ofDay = (number(text, 11, 2) * 60 + number(text, 14, 2)) * 60 + number(text, 17, 2);
        int millis = text.length() == MILLIS_LENGTH ? number(text, 20, 3) : 0;
        return Instant.ofEpochSecond(day.toEpochDay() * 86_400 + ofDay, millis * 1_000_000L);
    }

    static String write(Instant time) {
        long second = time.getEpochSecond();
        var day = LocalDate.ofEpochDay(Math.floorDiv(second, 86_400));
        int nanos = time.getNano();
        if (day.getYear() < 0 || day.getYear() > 9999 || nanos % 1_000_000 != 0) {
            return time.toString();
        }
        var text = new byte[nanos == 0 ? SECONDS_LENGTH : MILLIS_LENGTH];
        int ofDay = Math.floorMod(second, 86_400);
        put(text, 0, 4, day.getYear(), '-');
        put(text, 5, 2, day.getMonthValue(), '-');
        put(text, 8, 2, day.getDayOfMonth(), 'T');
        put(text, 11, 2, ofDay / 3600, ':');
        put(text, 14, 2, ofDay / 60 % 60, ':');
        put(text, 17, 2, ofDay % 60, nanos == 0 ? 'Z' : '.');
        if (nanos != 0) {
            put(text, 20, 3, nanos / 1_000_000, 'Z');
        }
        return new String(text, ISO_8859_1);
    }

    private static int number(String text, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static void put(byte[] text, int at, int digits, int number, char after) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[at + digits] = (byte) after;
    }
}
