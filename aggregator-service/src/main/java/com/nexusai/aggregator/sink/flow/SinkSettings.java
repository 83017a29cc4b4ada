package com.nexusai.aggregator.sink.flow;

import com.nexusai.kit.config.Env;
import java.time.Duration;

/**
 * When a batch is written: when it has this many rows, or when its first record has waited this long. A sink that is
 * behind goes on gathering, up to the most: the target then needs fewer inserts for the same rows.
 *
 * @param mostBytes of keys and values, so that large records make small batches
 */
public record SinkSettings(int batchRows, Duration batchWait, int mostRows, long mostBytes) {
    static final Duration SHORTEST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(15);
    private static final int MOST_ROWS = 50_000;
    private static final long MOST_BYTES = 16L << 20;

    public SinkSettings {
        mostRows = Math.max(mostRows, batchRows);
    }

    public SinkSettings(int batchRows, Duration batchWait) {
        this(batchRows, batchWait, MOST_ROWS, MOST_BYTES);
    }

    public static SinkSettings from(Env env) {
        return new SinkSettings(
                env.integer("SINK_BATCH_ROWS", 1000, 1, 1_000_000),
                env.millis("SINK_BATCH_MS", Duration.ofSeconds(5), Duration.ofMillis(10), Duration.ofMinutes(10)),
                env.integer("SINK_BATCH_MOST_ROWS", MOST_ROWS, 1, 1_000_000),
                MOST_BYTES);
    }

    public SinkSettings withWait(Duration wait) {
        return new SinkSettings(batchRows, wait, mostRows, mostBytes);
    }

    static Duration longer(Duration backOff) {
        var doubled = backOff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    }
}
