package com.nexusai.aggregator.processor;

import com.nexusai.aggregator.domain.Rhythm;
import java.time.Duration;

/**
 * How often results are sent on, and how much is held in memory for it, by each partition.
 *
 * @param pause between two beats while the input is fresh
 * @param longPause between two beats while we are behind
 */
public record Pace(Duration pause, Duration longPause, int actorsInMemory, int cellsInMemory) {
    public static final Pace DEFAULT = new Pace(Duration.ofMillis(100), Duration.ofSeconds(2), 20_000, 20_000);

    Rhythm rhythm() {
        return new Rhythm(pause, longPause);
    }

    Duration tick() {
        return pause;
    }
}
