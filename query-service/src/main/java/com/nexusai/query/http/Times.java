package com.nexusai.query.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.event.EventTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Times and ranges as callers write them. */
final class Times {
    private static final long LATEST_MILLIS =
            Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

    private Times() {}

    /** ISO-8601 with an offset, a date (its first instant, UTC), or epoch milliseconds. */
    static Instant parse(String field, String text) {
        return parse(field, text, ZoneOffset.UTC);
    }

    /** @param zone of a date without time */
    static Instant parse(String field, String text, ZoneId zone) {
        try {
            if (text.matches("\\d{1,15}")) {
                return millis(Long.parseLong(text));
            }
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            // a plus that was not encoded arrives as a space
            return EventTime.parse(text.replace(' ', '+'));
        } catch (DateTimeException notATime) {
            throw Problem.invalid(
                    field, "'" + text + "' is neither ISO-8601 with an offset, a date, nor epoch milliseconds.");
        }
    }

    /** Whole windows, of which there may be {@code most}; by default those that are usual for the granularity. */
    static TimeRange windows(Parameters parameters, Granularity granularity, int most, Instant now) {
        var usual = TimeRange.last(usualWindows(granularity), granularity, now);
        var to = parameters.time("to").orElse(usual.to());
        var from = parameters.time("from").orElseGet(() -> usual.endingAt(to).from());
        var range = range(from, to);
        long windows = range.windows(granularity);
        if (windows > most) {
            throw Problem.invalid(
                    "from",
                    "The range has " + windows + " points; allowed: " + most + ". Choose a coarser granularity.");
        }
        return range.wholeWindows(granularity);
    }

    static TimeRange range(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw Problem.invalid("from", "from (" + from + ") must be before to (" + to + ").");
        }
        return new TimeRange(from, to);
    }

    static int usualWindows(Granularity granularity) {
        return switch (granularity) {
            case MINUTE -> 60;
            case HOUR -> 24;
            case DAY -> 30;
            case WEEK -> 26;
            case MONTH -> 12;
        };
    }

    private static Instant millis(long epochMillis) {
        if (epochMillis > LATEST_MILLIS) {
            throw new DateTimeException("after the year 9999");
        }
        return Instant.ofEpochMilli(epochMillis);
    }
}
