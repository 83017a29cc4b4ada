package com.nexusai.aggregator.sink;

import java.time.Duration;

/** A batch is written when it has this many rows, or when its first record has waited this long. */
public record SinkSettings(int batchRows, Duration batchWait) {
    static final Duration SHORTEST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(15);

    public SinkSettings withWait(Duration wait) {
        return new SinkSettings(batchRows, wait);
    }

    static Duration longer(Duration backOff) {
        var doubled = backOff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    }
}
