package com.nexusai.kit.streams;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies. What may pass by itself gets a new thread, within a budget; anything else
 * stops the client, liveness fails, and whoever runs the process starts it afresh.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

    private final ReplacementBudget budget;
    private final MeterRegistry meters;

    ThreadFailures(ReplacementBudget budget, MeterRegistry meters) {
        this.budget = budget;
        this.meters = meters;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (Failures.isTransient(failure) && budget.spend()) {
            LOG.warn("a stream thread failed and is replaced", failure);
            meters.counter("fleet.streams.threads.failed", "response", "replaced")
                    .increment();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("a stream thread failed; the Streams client stops", failure);
        meters.counter("fleet.streams.threads.failed", "response", "stopped").increment();
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
