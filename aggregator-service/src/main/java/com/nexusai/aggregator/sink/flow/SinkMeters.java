package com.nexusai.aggregator.sink.flow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What a sink tells of itself. */
final class SinkMeters {
    private final Counter rows;
    private final Counter refused;
    private final Timer writes;
    private final DistributionSummary batches;

    SinkMeters(MeterRegistry registry, String sink, LongSupplier lag, LongSupplier waitingMillis) {
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
        batches = DistributionSummary.builder("sink.batch.rows")
                .description("How many records the target took at once")
                .tag("sink", sink)
                .register(registry);
        Gauge.builder("sink.lag", lag::getAsLong)
                .description("Records that lie on the topic and are not yet at the target")
                .tag("sink", sink)
                .register(registry);
        TimeGauge.builder("sink.waiting", waitingMillis::getAsLong, TimeUnit.MILLISECONDS)
                .description("How long the target has not been taking what it was given; 0 while it does")
                .tag("sink", sink)
                .register(registry);
    }

    /** Counts what a delivery comes to. */
    Delivery metered(Delivery delivery, int records) {
        return () -> {
            var sample = Timer.start();
            try {
                delivery.write();
            } catch (Exception failure) {
                refused.increment();
                throw failure;
            }
            rows.increment(records);
            batches.record(records);
            sample.stop(writes);
        };
    }
}
