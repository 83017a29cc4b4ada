package com.nexusai.ingest.http;

import static java.util.Objects.requireNonNull;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.domain.Provenance;
import com.nexusai.ingest.domain.Verdict;
import com.nexusai.ingest.plan.CompiledPlan;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.plan.PlanMode;
import com.nexusai.schema.plan.TrackingPlan;
import com.nexusai.schema.serde.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a plan would do to sample events: the door's own judgement, with this plan in force and no other. */
record PlanTrial(Limits limits, InstantSource clock) {

    /** For a sample that would be rejected: the stable code, the field at fault, and what is wrong. */
    record Result(
            String status,
            @Nullable String code,
            @Nullable String field,
            @Nullable String detail) {}

    List<Result> run(String tenantId, String type, JsonNode schema, List<JsonNode> samples) {
        var plan =
                CompiledPlan.of(new TrackingPlan(tenantId, type, PlanMode.ENFORCE, schema, 0, Instant.EPOCH, "trial"));
        var admission = new Admission(limits, event -> isOf(event, plan) ? plan.judge(event) : null);
        var provenance = new Provenance(tenantId, "sample", clock.instant(), true);
        return samples.stream()
                .map(sample -> admission.judge(Json.MAPPER.writeValueAsBytes(sample), provenance))
                .map(PlanTrial::result)
                .toList();
    }

    private static boolean isOf(Event event, CompiledPlan plan) {
        return event.type().equals(plan.plan().type());
    }

    private static Result result(Verdict verdict) {
        return switch (requireNonNull(verdict)) {
            case Verdict.Accepted accepted -> new Result("accepted", null, null, null);
            case Verdict.Rejected rejected -> {
                var why = rejected.rejection();
                yield new Result("rejected", why.code().code(), why.field(), why.detail());
            }
        };
    }
}
