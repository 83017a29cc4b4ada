package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.Granularity;
import java.util.Arrays;

/**
 * The days and hours in which an actor did something, for one metric that counts distinct actors: the actor counts once
 * in each hour, day, week and month.
 *
 * <p>An event of 400 days before the latest, or more, does not count: whether its day counted already is forgotten. For
 * its hour the limit is 35 days.
 */
public final class Presence {
    static final int DAYS = 400;
    static final int DAYS_WITH_HOURS = 35;

    private static final int[] NONE = {};

    private final DayBits days;
    // the hours of the latest day first; bit 0 is the hour from midnight
    private int[] hours = NONE;

    public Presence() {
        this(new DayBits());
    }

    private Presence(DayBits days) {
        this.days = days;
    }

    /** @return whether this was news */
    public boolean seen(String metric, String dimension, long timestampMillis, Changes out) {
        long day = UtcTime.day(timestampMillis);
        if (days.isEmpty() || day > days.latest()) {
            slideTo(day);
        } else if (isTooLate(day)) {
            return false;
        }
        long minute = UtcTime.minute(timestampMillis);
        boolean news = setHour(day, UtcTime.hourOfDay(timestampMillis));
        if (news) {
            out.count(metric, Granularity.HOUR, dimension, Granularity.HOUR.startMinute(minute), 1);
        }
        if (days.get(day)) {
            return news;
        }
        countIfFirst(metric, Granularity.DAY, dimension, minute, out);
        countIfFirst(metric, Granularity.WEEK, dimension, minute, out);
        countIfFirst(metric, Granularity.MONTH, dimension, minute, out);
        days.set(day);
        return true;
    }

    private void countIfFirst(String metric, Granularity granularity, String dimension, long minute, Changes out) {
        long start = granularity.startMinute(minute);
        if (!inPeriod(granularity, start)) {
            out.count(metric, granularity, dimension, start, 1);
        }
    }

    /** Whether the actor is known to have been there in the period of at least a day that starts with this minute. */
    boolean inPeriod(Granularity granularity, long start) {
        return days.any(UtcTime.dayOfMinute(start), UtcTime.dayOfMinute(granularity.nextMinute(start)));
    }

    boolean inHourOf(long timestampMillis) {
        long back = days.latest() - UtcTime.day(timestampMillis);
        return back >= 0 && back < hours.length && ((hours[(int) back] >> UtcTime.hourOfDay(timestampMillis)) & 1) != 0;
    }

    /** Whether an event would make the actor present on this day, where it is not yet. */
    boolean wouldTake(long day) {
        return !isTooLate(day) && !days.get(day);
    }

    private boolean isTooLate(long day) {
        return day <= days.latest() - DAYS;
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    /** Of a presence that is not empty. */
    long earliestDay() {
        return days.earliest();
    }

    long latestDay() {
        return days.latest();
    }

    int activeDays() {
        return days.count(DAYS);
    }

    private void slideTo(long day) {
        long by = days.isEmpty() ? DAYS_WITH_HOURS : Math.min(day - days.latest(), DAYS_WITH_HOURS);
        var slid = new int[(int) Math.min(hours.length + by, DAYS_WITH_HOURS)];
        if (by < DAYS_WITH_HOURS) {
            System.arraycopy(hours, 0, slid, (int) by, slid.length - (int) by);
            hours = slid;
        } else {
            hours = new int[1];
        }
        days.slideTo(day);
    }

    private boolean setHour(long day, int hour) {
        int back = (int) (days.latest() - day);
        if (back >= DAYS_WITH_HOURS) {
            return false;
        }
        if (back >= hours.length) {
            hours = Arrays.copyOf(hours, back + 1);
        }
        boolean news = ((hours[back] >> hour) & 1) == 0;
        hours[back] |= 1 << hour;
        return news;
    }

    public void writeTo(ByteWriter writer) {
        days.writeTo(writer);
        writer.unsigned(hours.length);
        for (int mask : hours) {
            writer.unsigned(mask);
        }
    }

    public static Presence readFrom(ByteReader reader) {
        var presence = new Presence(DayBits.readFrom(reader));
        presence.hours = new int[(int) reader.unsigned()];
        for (int i = 0; i < presence.hours.length; i++) {
            presence.hours[i] = (int) reader.unsigned();
        }
        return presence;
    }
}
