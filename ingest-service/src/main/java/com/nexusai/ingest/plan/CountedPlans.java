package com.nexusai.ingest.plan;

import com.nexusai.ingest.domain.Plans;
import com.nexusai.schema.event.Event;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** Counts what the stream finds; the gate asks about the same events, and is not counted. */
public final class CountedPlans implements Plans {
    private static final String METER = "ingest.plan.violations";

    private final Plans plans;
    private final MeterRegistry meters;

    public CountedPlans(Plans plans, MeterRegistry meters) {
        this.plans = plans;
        this.meters = meters;
    }

    @Override
    public @Nullable Violation judge(Event event) {
        var violation = plans.judge(event);
        if (violation != null) {
            meters.counter(METER, "tenant", event.tenantId(), "mode", violation.enforced() ? "enforce" : "observe")
                    .increment();
        }
        return violation;
    }
}
