package com.nexusai.query.http;

import com.nexusai.kit.auth.Open;
import com.nexusai.kit.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The landing page: three files that hold no data. What they show, they ask for with the viewer's key. */
final class PageRoutes implements Routes {
    private static final Map<String, String> TYPES = Map.of(
            "page/index.html", "text/html; charset=utf-8",
            "page/page.css", "text/css; charset=utf-8",
            "page/page.js", "text/javascript; charset=utf-8");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", ctx -> send(ctx, "page/index.html"), Open.PUBLIC);
        routes.get("/page/page.css", ctx -> send(ctx, "page/page.css"), Open.PUBLIC);
        routes.get("/page/page.js", ctx -> send(ctx, "page/page.js"), Open.PUBLIC);
    }

    private static void send(Context ctx, String resource) {
        ctx.contentType(TYPES.getOrDefault(resource, "application/octet-stream"))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .result(read(resource));
    }

    private static byte[] read(String resource) {
        try (var file = PageRoutes.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
