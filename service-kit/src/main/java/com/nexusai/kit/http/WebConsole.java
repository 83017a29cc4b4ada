package com.nexusai.kit.http;

import com.nexusai.kit.auth.Open;
import com.nexusai.kit.problem.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/**
 * A web console: files that hold no data. What they show, they ask for with the viewer's key. Every page of it is the
 * same document, which reads its own address, so that a link to a page can be opened, reloaded and shared.
 */
public final class WebConsole implements Routes {
    private static final String DOCUMENT = "index.html";

    private final List<String> pages;
    private final ConsoleFiles files;
    private final String policy;

    /**
     * @param pages the paths at which the document is served
     * @param library the resource behind each file that is neither the kit's nor the service's own
     * @param connect what other origins its scripts may ask, with blanks between; may be empty
     * @param media from what other origins it may show pictures, recordings and films; may be empty
     */
    public WebConsole(List<String> pages, Map<String, String> library, String connect, String media) {
        this.pages = List.copyOf(pages);
        this.files = new ConsoleFiles(library);
        this.policy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data: " + media,
                "media-src 'self' " + media,
                "connect-src 'self' " + connect,
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (var page : pages) {
            routes.get(page, ctx -> send(ctx, DOCUMENT), Open.PUBLIC);
        }
        routes.get("/console/<file>", ctx -> send(ctx, ctx.pathParam("file")), Open.PUBLIC);
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
