package com.nexusai.ingest.http;

import com.nexusai.ingest.gate.EventGate;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Routes;
import io.javalin.config.RoutesConfig;

/** The native way in. */
public final class TrackRoutes implements Routes {
    private final TrackHandler handler;

    public TrackRoutes(EventGate gate) {
        this.handler = new TrackHandler(gate);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/analytics/track", handler::track, Scope.INGEST);
    }
}
