package com.nexusai.query.http;

import com.nexusai.kit.auth.Open;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/**
 * The web console: files that hold no data. What they show, they ask for with the viewer's key. Every page of it is the
 * same document, which reads its own address, so that a link to a page can be opened, reloaded and shared.
 */
public final class ConsoleRoutes implements Routes {
    private static final List<String> PAGES = List.of(
            "/",
            "/explore",
            "/funnels",
            "/retention",
            "/users",
            "/live",
            "/rejected",
            "/dashboards",
            "/dashboards/{id}",
            "/shared/{token}",
            "/settings");

    private static final String DOCUMENT = "index.html";

    private final ConsoleFiles files = new ConsoleFiles();
    private final String ingestUrl;
    private final String policy;

    /** @param ingestUrl where a browser reaches ingest-service; empty where it does not */
    public ConsoleRoutes(String ingestUrl) {
        this.ingestUrl = ingestUrl;
        this.policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' "
                        + ingestUrl + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (var page : PAGES) {
            routes.get(page, ctx -> send(ctx, DOCUMENT), Open.PUBLIC);
        }
        routes.get("/console/config.json", this::config, Open.PUBLIC);
        routes.get("/console/<file>", ctx -> send(ctx, ctx.pathParam("file")), Open.PUBLIC);
    }

    private void config(Context ctx) {
        ctx.header("Cache-Control", "no-cache").json(Map.of("ingestUrl", ingestUrl));
    }

    private void send(Context ctx, String name) {
        var file = files.find(name).orElseThrow(() -> Problem.notFound("The console has no such file."));
        ctx.header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .header("ETag", file.etag());
        if (file.etag().equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType(file.type()).result(file.bytes());
        }
    }
}
