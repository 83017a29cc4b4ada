package com.nexusai.aggregator.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What a sink tells of itself: rows written, writes refused, and how long a write takes. */
final class SinkMeters {
    private final Counter rows;
    private final Counter refused;
    private final Timer writes;

    SinkMeters(MeterRegistry registry, String sink) {
        rows = Counter.builder("sink.rows")
                .description("Records that the target has taken")
                .tag("sink", sink)
                .register(registry);
        refused = Counter.builder("sink.refused")
                .description("Batches that the target did not take at the first or a later attempt")
                .tag("sink", sink)
                .register(registry);
        writes = Timer.builder("sink.write")
                .description("Time to write one batch")
                .tag("sink", sink)
                .publishPercentileHistogram()
                .register(registry);
    }

    void write(Write write, int records) throws Exception {
        var sample = Timer.start();
        try {
            write.run();
            rows.increment(records);
            sample.stop(writes);
        } catch (Exception failure) {
            refused.increment();
            throw failure;
        }
    }

    @FunctionalInterface
    interface Write {
        void run() throws Exception;
    }
}
