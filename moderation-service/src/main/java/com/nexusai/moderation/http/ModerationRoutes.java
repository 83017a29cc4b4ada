package com.nexusai.moderation.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Routes;
import io.javalin.config.RoutesConfig;
import java.net.URLEncoder;

/** What this service answers to. */
public final class ModerationRoutes implements Routes {
    private static final String BASE = "/api/v1/moderation";
    static final String PENDING = BASE + "/pending";
    static final String STATS = BASE + "/stats";

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
        routes.get(PENDING, queue::pending, Scope.MODERATE);
        routes.get(STATS, queue::stats, Scope.MODERATE);
        // last, and with slashes: a content id may be anything, such as chat/42
        routes.get(BASE + "/<" + CaseHandler.CONTENT_ID + ">", cases::find, Scope.MODERATE);
    }

    /** The path of a case, whatever its content is called. */
    static String caseOf(String contentId) {
        return BASE + "/" + URLEncoder.encode(contentId, UTF_8).replace("+", "%20");
    }
}
