package com.nexusai.ingest.http;

import com.nexusai.schema.plan.PlanMode;
import com.nexusai.schema.plan.TrackingPlan;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A plan as its tenant sees it. */
record PlanView(String type, PlanMode mode, JsonNode schema, int version, Instant updatedAt, String updatedBy) {

    static PlanView of(TrackingPlan plan) {
        return new PlanView(
                plan.type(), plan.mode(), plan.schema(), plan.version(), plan.updatedAt(), plan.updatedBy());
    }
}
