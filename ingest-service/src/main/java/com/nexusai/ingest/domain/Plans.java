package com.nexusai.ingest.domain;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/** The tracking plans of all tenants. */
@FunctionalInterface
public interface Plans {
    /** The field of the context that says what is wrong with an event which passed all the same. */
    String TAG = "trackingPlan";

    Plans NONE = event -> null;

    /** @return null where the event is as its plan says, or has none */
    @Nullable
    Violation judge(Event event);

    /**
     * @param enforced whether the event must not pass
     * @param tag the same in JSON, for an event that passes
     */
    record Violation(boolean enforced, Rejection rejection, RawJson tag) {}
}
