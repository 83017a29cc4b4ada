package com.nexusai.query.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.engine.Engine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;

/** The tenant's numbers at a glance. */
final class PlatformRoutes implements Routes {
    private final Engine engine;
    private final Clock clock;

    PlatformRoutes(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/analytics/platform/metrics", this::platform, Scope.READ);
        routes.get("/analytics/metrics/{tenantId}", this::platformOfTenant, Scope.READ);
    }

    private void platform(Context ctx) {
        Parameters.of(ctx);
        ctx.json(new PlatformNumbers(engine, KeyedAnswers.caller(ctx), clock.instant()).view());
    }

    /** An older path, with the tenant in it: that must be the caller's own. */
    private void platformOfTenant(Context ctx) {
        if (!ctx.pathParam("tenantId").equals(Access.tenant(ctx))) {
            throw Problem.forbidden("The credential belongs to another tenant.");
        }
        platform(ctx);
    }
}
