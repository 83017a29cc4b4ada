package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.Granularity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How many events an actor had on each of its last 8 UTC days and in its last 2 months. Older ones are not counted. */
final class RecentEvents {
    static final int DAYS = 8;

    private final long[] days = new long[DAYS];
    private long latestDay = Long.MIN_VALUE;
    private long monthStart = Long.MIN_VALUE;
    private long inMonth;
    private long inMonthBefore;

    void add(long timestampMillis) {
        long day = UtcTime.day(timestampMillis);
        if (day > latestDay) {
            slideTo(day);
        }
        if (latestDay - day < DAYS) {
            days[(int) (latestDay - day)]++;
        }
        if (day >= monthStart) {
            inMonth++;
        } else if (day >= monthStartOf(monthStart - 1)) {
            inMonthBefore++;
        }
    }

    private void slideTo(long day) {
        long by = latestDay == Long.MIN_VALUE ? DAYS : Math.min(DAYS, day - latestDay);
        System.arraycopy(days, 0, days, (int) by, DAYS - (int) by);
        Arrays.fill(days, 0, (int) by, 0);
        latestDay = day;
        long month = monthStartOf(day);
        if (month != monthStart) {
            inMonthBefore = monthStartOf(month - 1) == monthStart ? inMonth : 0;
            inMonth = 0;
            monthStart = month;
        }
    }

    private static long monthStartOf(long day) {
        return UtcTime.dayOfMinute(Granularity.MONTH.startMinute(day * UtcTime.DAY_MINUTES));
    }

    long onDay(long day) {
        long back = latestDay - day;
        return back >= 0 && back < DAYS ? days[(int) back] : 0;
    }

    long inMonth(long firstDay) {
        if (firstDay == monthStart) {
            return inMonth;
        }
        return monthStart != Long.MIN_VALUE && firstDay == monthStartOf(monthStart - 1) ? inMonthBefore : 0;
    }

    /** Those of the last so many days that have an event. */
    Map<LocalDate, Long> byDay(int lastDays) {
        var byDay = new TreeMap<LocalDate, Long>();
        for (int back = 0; back < lastDays; back++) {
            if (days[back] > 0) {
                byDay.put(LocalDate.ofEpochDay(latestDay - back), days[back]);
            }
        }
        return byDay;
    }

    /** Of at least one event. */
    void writeTo(ByteWriter writer) {
        writer.signed(latestDay)
                .signed(latestDay - monthStart)
                .unsigned(inMonth)
                .unsigned(inMonthBefore);
        for (long count : days) {
            writer.unsigned(count);
        }
    }

    static RecentEvents readFrom(ByteReader reader) {
        var recent = new RecentEvents();
        recent.latestDay = reader.signed();
        recent.monthStart = recent.latestDay - reader.signed();
        recent.inMonth = reader.unsigned();
        recent.inMonthBefore = reader.unsigned();
        for (int i = 0; i < DAYS; i++) {
            recent.days[i] = reader.unsigned();
        }
        return recent;
    }
}
