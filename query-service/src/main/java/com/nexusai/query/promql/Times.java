package com.nexusai.query.promql;

import java.time.Instant;

/**
 * The moments at which a query is answered.
 *
 * @param stepMillis between two of them; 0 where there is one
 */
public record Times(long firstMillis, long stepMillis, int count) {
    private static final int MOST = 11_000;

    public static Times at(Instant time) {
        return new Times(time.toEpochMilli(), 0, 1);
    }

    /** @throws BadQuery if they are too many, or the wrong way round */
    public static Times range(Instant start, Instant end, long stepMillis) {
        if (end.isBefore(start)) {
            throw new BadQuery("end timestamp must not be before start time");
        }
        if (stepMillis <= 0) {
            throw new BadQuery(
                    "zero or negative query resolution step widths are not accepted. Try a positive integer");
        }
        long count = (end.toEpochMilli() - start.toEpochMilli()) / stepMillis + 1;
        if (count > MOST) {
            throw new BadQuery("exceeded maximum resolution of " + MOST
                    + " points per timeseries. Try decreasing the query resolution (?step=XX)");
        }
        return new Times(start.toEpochMilli(), stepMillis, (int) count);
    }

    public long at(int index) {
        return firstMillis + index * stepMillis;
    }

    boolean isRange() {
        return stepMillis > 0;
    }
}
