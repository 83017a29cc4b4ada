package com.nexusai.aggregator.domain.actor;

/** Minutes, hours and days since 1970, of millis since then. */
final class UtcTime {
    static final long MINUTE_MILLIS = 60_000;
    static final long HOUR_MINUTES = 60;
    static final long DAY_MINUTES = 24 * HOUR_MINUTES;
    static final long DAY_MILLIS = DAY_MINUTES * MINUTE_MILLIS;

    private UtcTime() {}

    static long minute(long millis) {
        return Math.floorDiv(millis, MINUTE_MILLIS);
    }

    static long day(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS);
    }

    static int hourOfDay(long millis) {
        return (int) (Math.floorMod(millis, DAY_MILLIS) / (HOUR_MINUTES * MINUTE_MILLIS));
    }

    static long dayOfMinute(long minute) {
        return Math.floorDiv(minute, DAY_MINUTES);
    }
}
