package com.nexusai.query.promql;

import java.util.regex.Pattern;

/** Lengths of time as Prometheus writes them: {@code 5m}, {@code 1h30m}. */
public final class PromDuration {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|[smhdwy])");
    private static final long SECOND = 1_000;
    private static final long DAY = 86_400 * SECOND;

    private PromDuration() {}

    /** @throws BadQuery if it is none, or nothing */
    public static long millis(String text) {
        var part = PART.matcher(text);
        long millis = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            millis += Long.parseLong(part.group(1)) * unit(part.group(2));
            end = part.end();
        }
        if (end != text.length() || millis == 0) {
            throw new BadQuery("'" + text + "' is not a length of time such as 5m, 1h or 1d");
        }
        return millis;
    }

    private static long unit(String name) {
        return switch (name) {
            case "ms" -> 1;
            case "s" -> SECOND;
            case "m" -> 60 * SECOND;
            case "h" -> 3600 * SECOND;
            case "d" -> DAY;
            case "w" -> 7 * DAY;
            default -> 365 * DAY;
        };
    }
}
