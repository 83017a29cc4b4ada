package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Granularity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Windows as a clock on the wall has them: a day of a zone may be 23 or 25 hours long. */
public record ZonedWindows(Granularity granularity, ZoneId zone) {

    /** The start of the window that holds this instant. */
    public Instant start(Instant instant) {
        var there = instant.atZone(zone);
        return switch (granularity) {
            case MINUTE -> there.truncatedTo(ChronoUnit.MINUTES).toInstant();
            case HOUR -> there.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY, WEEK, MONTH -> midnight(first(there.toLocalDate()));
        };
    }

    /** The start of the window after the one that starts here. */
    public Instant next(Instant start) {
        return switch (granularity) {
            case MINUTE -> start.plus(1, ChronoUnit.MINUTES);
            case HOUR -> start(start.plus(1, ChronoUnit.HOURS));
            case DAY, WEEK, MONTH -> midnight(moved(start.atZone(zone).toLocalDate(), 1));
        };
    }

    public Instant back(Instant start, int windows) {
        return switch (granularity) {
            case MINUTE -> start.minus(windows, ChronoUnit.MINUTES);
            case HOUR -> start.minus(windows, ChronoUnit.HOURS);
            case DAY, WEEK, MONTH -> midnight(moved(start.atZone(zone).toLocalDate(), -windows));
        };
    }

    /** The smallest range of whole windows that holds this one. */
    public TimeRange whole(TimeRange range) {
        var last = start(range.to());
        return new TimeRange(start(range.from()), last.equals(range.to()) ? last : next(last));
    }

    /** The starts of the windows in a range of whole ones, and no more than one beyond the most. */
    public List<Instant> starts(TimeRange whole, int most) {
        var starts = new ArrayList<Instant>();
        for (var at = whole.from(); at.isBefore(whole.to()) && starts.size() <= most; at = next(at)) {
            starts.add(at);
        }
        return starts;
    }

    private LocalDate first(LocalDate date) {
        return switch (granularity) {
            case MINUTE, HOUR, DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
        };
    }

    private LocalDate moved(LocalDate date, int windows) {
        return switch (granularity) {
            case MINUTE, HOUR, DAY -> date.plusDays(windows);
            case WEEK -> date.plusWeeks(windows);
            case MONTH -> date.plusMonths(windows);
        };
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }
}
