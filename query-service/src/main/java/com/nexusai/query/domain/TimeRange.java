package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Granularity;
import java.time.Duration;
import java.time.Instant;

/** From one instant up to another, the second one not included. */
public record TimeRange(Instant from, Instant to) {
    public TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " is not before to " + to);
        }
    }

    /** The last {@code windows} windows, the one that holds {@code now} included. */
    public static TimeRange last(int windows, Granularity granularity, Instant now) {
        var to = granularity.next(granularity.start(now));
        return new TimeRange(granularity.back(to, windows), to);
    }

    /** The last {@code windows} windows that are over. */
    public static TimeRange lastComplete(int windows, Granularity granularity, Instant now) {
        var to = granularity.start(now);
        return new TimeRange(granularity.back(to, windows), to);
    }

    /** As long as this one, up to another end. */
    public TimeRange endingAt(Instant end) {
        return new TimeRange(end.minus(Duration.between(from, to)), end);
    }

    /** The smallest range of whole windows that holds this one. */
    public TimeRange wholeWindows(Granularity granularity) {
        var lastStart = granularity.start(to);
        return new TimeRange(granularity.start(from), lastStart.equals(to) ? to : granularity.next(lastStart));
    }

    /** How many windows begin in it. */
    public long windows(Granularity granularity) {
        var whole = wholeWindows(granularity);
        return granularity.between(whole.from, whole.to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
