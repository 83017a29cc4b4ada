package com.nexusai.ingest.plan;

import com.nexusai.ingest.domain.Plans.Violation;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.plan.PlanMode;
import com.nexusai.schema.plan.TrackingPlan;
import com.nexusai.schema.rejection.Rejection;
import com.nexusai.schema.rejection.RejectionCode;
import com.nexusai.schema.serde.Json;
import org.jspecify.annotations.Nullable;

/** A plan that can be asked. */
public record CompiledPlan(TrackingPlan plan, PlanSchema schema) {

    /** @throws UnusableSchema saying what is wrong with its schema */
    public static CompiledPlan of(TrackingPlan plan) {
        return new CompiledPlan(plan, PlanSchema.compile(plan.schema()));
    }

    public @Nullable Violation judge(Event event) {
        if (plan.mode() == PlanMode.OFF) {
            return null;
        }
        var fault = schema.fault(event);
        if (fault == null) {
            return null;
        }
        var detail = fault.problem() + " (tracking plan of " + plan.type() + ", version " + plan.version() + ")";
        return new Violation(
                plan.mode() == PlanMode.ENFORCE,
                new Rejection(RejectionCode.PLAN_VIOLATION, fault.path(), detail),
                tag(fault));
    }

    private RawJson tag(PlanSchema.Fault fault) {
        var tag = Json.MAPPER.createObjectNode().put("version", plan.version());
        if (fault.path() != null) {
            tag.put("field", fault.path());
        }
        return RawJson.of(tag.put("problem", fault.problem()));
    }
}
