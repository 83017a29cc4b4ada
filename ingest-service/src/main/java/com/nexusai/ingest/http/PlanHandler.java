package com.nexusai.ingest.http;

import com.nexusai.ingest.domain.Identifiers;
import com.nexusai.ingest.plan.LivePlans;
import com.nexusai.ingest.plan.PlanChange;
import com.nexusai.ingest.plan.PlanSchema;
import com.nexusai.ingest.plan.UnusableSchema;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.kafka.CompactedWriter;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.plan.TrackingPlan;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The tracking plans of the caller's tenant: read from the live view, written to the topic one at a time. */
final class PlanHandler {
    private static final int MOST_SAMPLES = 1_000;

    private final LivePlans plans;
    private final CompactedWriter<TrackingPlan> writer;
    private final PlanTrial trial;
    private final InstantSource clock;

    PlanHandler(LivePlans plans, CompactedWriter<TrackingPlan> writer, PlanTrial trial, InstantSource clock) {
        this.plans = plans;
        this.writer = writer;
        this.trial = trial;
        this.clock = clock;
    }

    void list(Context ctx) {
        ctx.json(Map.of(
                "plans", plans.of(Access.tenant(ctx)).stream().map(PlanView::of).toList()));
    }

    void get(Context ctx) {
        ctx.json(PlanView.of(existing(plans.find(Access.tenant(ctx), type(ctx)))));
    }

    void put(Context ctx) {
        var type = type(ctx);
        var request = RequestBody.json(ctx, PlanRequest.class);
        var mode = request.mode();
        if (mode == null) {
            throw Problem.invalid("mode", "is missing; it is off, observe or enforce");
        }
        var schema = usable(request.schema());
        var caller = Access.of(ctx);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UnaryOperator<@Nullable TrackingPlan> change = before -> {
            refuseUnseen(before, request.version());
            if (before != null && !request.allowIncompatible()) {
                refuseIncompatible(before.schema(), schema);
            }
            return new TrackingPlan(
                    caller.tenantId(), type, mode, schema, request.version() + 1, now, caller.subject());
        };
        var written = Objects.requireNonNull(writer.change(
                EventKey.of(caller.tenantId(), type), change, (_, after) -> Changes.ofPlan(caller, now, type, after)));
        ctx.status(written.version() == 1 ? HttpStatus.CREATED : HttpStatus.OK).json(PlanView.of(written));
    }

    void delete(Context ctx) {
        int version = ctx.queryParamAsClass("version", Integer.class).getOrDefault(0);
        var type = type(ctx);
        var caller = Access.of(ctx);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UnaryOperator<@Nullable TrackingPlan> removal = before -> {
            existing(before);
            refuseUnseen(before, version);
            return null;
        };
        writer.change(
                EventKey.of(caller.tenantId(), type), removal, (_, after) -> Changes.ofPlan(caller, now, type, after));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** What the plan would change, and what it would say to sample events; nothing is written. */
    void check(Context ctx) {
        var type = type(ctx);
        var request = RequestBody.json(ctx, PlanRequest.class);
        var schema = usable(request.schema());
        var samples = request.events() == null ? List.<JsonNode>of() : request.events();
        if (samples.size() > MOST_SAMPLES) {
            throw Problem.invalid("events", "has more than " + MOST_SAMPLES + " samples");
        }
        var before = plans.find(Access.tenant(ctx), type);
        var objections = before == null ? List.<String>of() : PlanChange.objections(before.schema(), schema);
        ctx.json(Map.of(
                "compatible",
                objections.isEmpty(),
                "objections",
                objections,
                "results",
                trial.run(Access.tenant(ctx), type, schema, samples)));
    }

    private static JsonNode usable(@Nullable JsonNode schema) {
        if (schema == null) {
            throw Problem.invalid("schema", "is missing; it is a JSON Schema of the whole event");
        }
        try {
            PlanSchema.compile(schema);
            return schema;
        } catch (UnusableSchema unusable) {
            throw Problem.invalid("schema", unusable.problem());
        }
    }

    private static void refuseUnseen(@Nullable TrackingPlan before, int seen) {
        int version = before == null ? 0 : before.version();
        if (version != seen) {
            throw Problem.conflict(
                            "changed-meanwhile",
                            "Somebody else changed it",
                            "The plan has version " + version + ", and the change is made from version " + seen
                                    + ". Read it again.")
                    .with("version", version);
        }
    }

    private static void refuseIncompatible(JsonNode before, JsonNode after) {
        var objections = PlanChange.objections(before, after);
        if (!objections.isEmpty()) {
            throw Problem.conflict(
                            "incompatible-change",
                            "The new schema may refuse what the old one accepts",
                            "Send 'allowIncompatible': true if that is meant.")
                    .with("objections", objections);
        }
    }

    private static TrackingPlan existing(@Nullable TrackingPlan plan) {
        if (plan == null) {
            throw Problem.notFound("There is no tracking plan for events of this type.");
        }
        return plan;
    }

    private static String type(Context ctx) {
        var type = ctx.pathParam("type");
        Identifiers.typeObjection(type).ifPresent(objection -> {
            throw Problem.invalid("type", objection.detail());
        });
        return type;
    }
}
