package com.nexusai.ingest.http;

import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.Open;
import com.nexusai.kit.http.Routes;
import io.javalin.config.RoutesConfig;
import java.util.function.Supplier;

/** The native way in. */
public final class TrackRoutes implements Routes {
    private final TrackHandler track;
    private final MetricsHandler metrics;

    /** @param ids for metric samples that bring none */
    public TrackRoutes(Admissions admissions, Authentication authentication, Supplier<String> ids) {
        var callers = new Callers(authentication);
        this.track = new TrackHandler(admissions, callers);
        this.metrics = new MetricsHandler(admissions, callers, ids);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/analytics/track", track::track, Open.OWN_CREDENTIAL);
        routes.post("/api/v1/analytics/metrics", metrics::take, Open.OWN_CREDENTIAL);
    }
}
