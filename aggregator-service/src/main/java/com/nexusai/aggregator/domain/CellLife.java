package com.nexusai.aggregator.domain;

import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.aggregate.Granularity;
import java.time.Duration;
import java.time.Instant;

/**
 * How long cells live. A late event corrects its cell for as long as that lives; after that the cell is not made again,
 * since it would hold only the late part of its window.
 */
public record CellLife(Duration minutes, Duration hours, Duration days) {
    private static final Duration FOREVER = Duration.ofDays(365_000);

    public static final CellLife DEFAULT = new CellLife(Duration.ofDays(2), Duration.ofDays(35), Duration.ofDays(400));

    public boolean lives(CellKey key, Instant now) {
        var granularity = key.series().granularity();
        var end = granularity.next(key.start());
        return now.isBefore(end.plus(of(granularity)));
    }

    private Duration of(Granularity granularity) {
        return switch (granularity) {
            case MINUTE -> minutes;
            case HOUR -> hours;
            case DAY, WEEK -> days;
            case MONTH -> FOREVER;
        };
    }
}
