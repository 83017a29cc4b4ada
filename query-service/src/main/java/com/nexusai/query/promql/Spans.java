package com.nexusai.query.promql;

import com.nexusai.schema.aggregate.Granularity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which windows are added up at each moment. A sample lies where its window ends, and what is added up at a moment
 * are the samples after the moment less the range, up to the moment itself.
 */
final class Spans {
    private static final List<Granularity> COARSE_FIRST =
            List.of(Granularity.DAY, Granularity.HOUR, Granularity.MINUTE);

    private final long length;
    private final long[] after;
    private final long[] upTo;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /**
     * @param base the shortest windows there are
     * @param atLeastOne whether the newest sample stands where the range has none
     */
    Spans(Times times, Granularity base, long rangeMillis, boolean atLeastOne, long nowMillis) {
        length = length(base).toMillis();
        after = new long[times.count()];
        upTo = new long[times.count()];
        for (int i = 0; i < times.count(); i++) {
            long moment = Moments.reached(times, i, nowMillis);
            long end = Math.floorDiv(moment, length);
            long begin = Math.floorDiv(moment - rangeMillis, length);
            if (atLeastOne && begin == end) {
                begin = end - 1;
            }
            // before 1970 there are no events
            if (moment >= 0 && begin >= 0) {
                after[i] = begin;
                upTo[i] = end;
                if (begin < end) {
                    first = Math.min(first, begin);
                    last = Math.max(last, end);
                }
            }
        }
    }

    static Duration length(Granularity granularity) {
        return Duration.ofMinutes(granularity.nextMinute(0));
    }

    boolean isEmpty() {
        return first > last;
    }

    Instant from() {
        return Instant.ofEpochMilli(first * length);
    }

    Instant to() {
        return Instant.ofEpochMilli(last * length);
    }

    /** The longest windows of which all of them are made. */
    Granularity made(Set<Granularity> of) {
        return COARSE_FIRST.stream()
                .filter(of::contains)
                .filter(this::fits)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not even the shortest windows fit"));
    }

    private boolean fits(Granularity granularity) {
        long many = length(granularity).toMillis() / length;
        if (many == 0) {
            return false;
        }
        for (int i = 0; i < after.length; i++) {
            if (after[i] < upTo[i] && (after[i] % many != 0 || upTo[i] % many != 0)) {
                return false;
            }
        }
        return true;
    }

    /** How many of the shortest windows are added up at this moment. */
    long samples(int moment) {
        return upTo[moment] - after[moment];
    }

    double seconds(int moment) {
        return samples(moment) * length / 1000.0;
    }

    /** From where to where, counted in windows of so many milliseconds from the first one. */
    int begin(int moment, long windowMillis) {
        return (int) ((after[moment] - first) * length / windowMillis);
    }

    int end(int moment, long windowMillis) {
        return (int) ((upTo[moment] - first) * length / windowMillis);
    }
}
