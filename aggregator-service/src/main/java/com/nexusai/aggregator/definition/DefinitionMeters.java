package com.nexusai.aggregator.definition;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** How many definitions are counted by, and how often one had to be left out. */
final class DefinitionMeters {
    private final Counter refused;
    private final AtomicInteger live;

    DefinitionMeters(MeterRegistry registry) {
        refused = Counter.builder("metric.definitions.refused")
                .description("Definitions on the topic that are faulty or too many, and so are not counted by")
                .register(registry);
        live = registry.gauge("metric.definitions.live", new AtomicInteger());
    }

    void refused(int definitions) {
        refused.increment(definitions);
    }

    void live(int change) {
        live.addAndGet(change);
    }
}
