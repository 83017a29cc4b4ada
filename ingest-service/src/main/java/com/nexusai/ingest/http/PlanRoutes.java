package com.nexusai.ingest.http;

import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.plan.LivePlans;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.kafka.CompactedWriter;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.schema.topic.Topics;
import io.javalin.config.RoutesConfig;
import java.time.InstantSource;

/** How a tenant's events have to look. */
public final class PlanRoutes implements Routes {
    private static final String ALL = "/api/v1/tracking-plans";
    private static final String ONE = ALL + "/{type}";

    private final PlanHandler handler;

    PlanRoutes(PlanHandler handler) {
        this.handler = handler;
    }

    public static PlanRoutes of(LivePlans plans, KafkaClients clients, Limits limits, InstantSource clock) {
        var writer = new CompactedWriter<>(Topics.TRACKING_PLANS, clients);
        return new PlanRoutes(new PlanHandler(plans, writer, new PlanTrial(limits, clock), clock));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ALL, handler::list, Scope.ADMIN);
        routes.get(ONE, handler::get, Scope.ADMIN);
        routes.put(ONE, handler::put, Scope.ADMIN);
        routes.delete(ONE, handler::delete, Scope.ADMIN);
        routes.post(ONE + "/check", handler::check, Scope.ADMIN);
    }
}
