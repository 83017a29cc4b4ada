package com.nexusai.kit.http;

import com.nexusai.kit.auth.Open;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;

/** What Prometheus scrapes, in the format that it asks for. */
final class MetricsRoutes implements Routes {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final PrometheusMeterRegistry meters;

    MetricsRoutes(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/metrics", this::scrape, Open.PUBLIC);
        routes.get("/actuator/prometheus", this::scrape, Open.PUBLIC);
    }

    private void scrape(Context ctx) throws IOException {
        var accept = ctx.header("Accept");
        var type = accept != null && accept.contains(OPEN_METRICS)
                ? OPEN_METRICS + "; version=1.0.0; charset=utf-8"
                : TEXT;
        ctx.contentType(type).result(meters.scrape(type));
    }
}
