package com.nexusai.ingest.http;

import com.nexusai.ingest.rejected.Workbench;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Routes;
import io.javalin.config.RoutesConfig;

/** The workbench for rejected events. */
public final class RejectedRoutes implements Routes {
    private static final String ALL = "/api/v1/rejected-events";
    private static final String ONE = ALL + "/{id}";

    private final RejectedHandler handler;

    public RejectedRoutes(Workbench workbench) {
        this.handler = new RejectedHandler(workbench);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ALL, handler::list, Scope.ADMIN);
        routes.get(ALL + "/groups", handler::groups, Scope.ADMIN);
        routes.post(ALL + "/resubmit", handler::resubmitGroup, Scope.ADMIN);
        routes.get(ONE, handler::get, Scope.ADMIN);
        routes.post(ONE + "/try", handler::tryOne, Scope.ADMIN);
        routes.post(ONE + "/resubmit", handler::resubmitOne, Scope.ADMIN);
    }
}
