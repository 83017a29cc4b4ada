package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Granularity;
import java.time.Duration;
import java.time.Instant;

/** How long the aggregator keeps cells on the topic, and so in the stores. What is older, ClickHouse has. */
public record CellLives(Duration minutes, Duration hours, Duration days) {
    public static final CellLives USUAL = new CellLives(Duration.ofDays(2), Duration.ofDays(35), Duration.ofDays(400));

    /**
     * The first window that is surely still in the stores, with a window to spare for clocks that differ. Before it both
     * places may have a cell, so each window is asked for in one of them only.
     */
    public Instant edge(Granularity granularity, Instant now) {
        return switch (granularity) {
            case MINUTE -> edge(granularity, now, minutes);
            case HOUR -> edge(granularity, now, hours);
            case DAY, WEEK -> edge(granularity, now, days);
            case MONTH -> Instant.EPOCH;
        };
    }

    private static Instant edge(Granularity granularity, Instant now, Duration life) {
        return granularity.next(granularity.next(granularity.start(now.minus(life))));
    }
}
