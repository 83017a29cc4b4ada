package com.nexusai.moderation.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Routes;
import io.javalin.config.RoutesConfig;

/** What this service answers to. */
public final class ModerationRoutes implements Routes {
    private static final String BASE = "/api/v1/moderation";

    private final SubmitHandler submit;
    private final CaseHandler cases;
    private final QueueHandler queue;

    public ModerationRoutes(SubmitHandler submit, CaseHandler cases, QueueHandler queue) {
        this.submit = submit;
        this.cases = cases;
        this.queue = queue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(BASE + "/moderate", submit::moderate, Scope.MODERATE);
        routes.get(BASE + "/pending", queue::pending, Scope.MODERATE);
        routes.get(BASE + "/stats", queue::stats, Scope.MODERATE);
        // last, and with slashes: a content id may be anything, such as chat/42
        routes.get(BASE + "/<" + CaseHandler.CONTENT_ID + ">", cases::find, Scope.MODERATE);
    }
}
