package com.nexusai.kit.http;

import com.nexusai.kit.auth.Open;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.health.HealthReport;
import com.nexusai.kit.health.Status;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What probes ask, also under the paths where existing probes look. */
final class HealthRoutes implements Routes {
    private final Health health;

    HealthRoutes(Health health) {
        this.health = health;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (var base : List.of("/health", "/actuator/health")) {
            routes.get(base, ctx -> answer(ctx, health.full()), Open.PUBLIC);
            routes.get(base + "/liveness", ctx -> answer(ctx, health.liveness()), Open.PUBLIC);
            routes.get(base + "/readiness", ctx -> answer(ctx, health.readiness()), Open.PUBLIC);
        }
    }

    private static void answer(Context ctx, HealthReport report) {
        var checks = new LinkedHashMap<String, Object>();
        report.checks().forEach((name, status) -> checks.put(name, view(status)));
        ctx.header("Cache-Control", "no-store")
                .status(report.up() ? 200 : 503)
                .json(Map.of("status", text(report.up()), "checks", checks));
    }

    private static Map<String, Object> view(Status status) {
        var view = new LinkedHashMap<String, Object>();
        view.put("status", text(status.up()));
        view.putAll(status.details());
        return view;
    }

    private static String text(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
