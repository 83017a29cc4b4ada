package com.nexusai.query.promql;

/** What a moment of a query means here and now. */
final class Moments {
    /** How far an asker's clock may be ahead. */
    private static final long AHEAD_MILLIS = 300_000;

    private Moments() {}

    /** The moment, or -1 where it has not come. A single question from a clock that is ahead is about now. */
    static long reached(Times times, int index, long nowMillis) {
        long moment = times.at(index);
        if (moment <= nowMillis) {
            return moment;
        }
        return !times.isRange() && moment - nowMillis <= AHEAD_MILLIS ? nowMillis : -1;
    }
}
