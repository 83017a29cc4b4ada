package com.nexusai.kit.http;

import com.nexusai.kit.auth.Open;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.Schemas;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How to talk to the service: its OpenAPI document, a page that shows it without leaving the host, the schemas. */
final class DocumentRoutes implements Routes {
    private static final String OPENAPI = "/openapi.yaml";
    private static final String DAY = "public, max-age=86400";
    private static final Map<String, String> PAGE_PARTS = Map.of(
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "docs.js", "text/javascript; charset=utf-8");

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/schemas", DocumentRoutes::schemas, Open.PUBLIC);
        routes.get("/schemas/{name}", DocumentRoutes::schema, Open.PUBLIC);
        routes.get(OPENAPI, DocumentRoutes::openapi, Open.PUBLIC);
        routes.get("/docs", ctx -> send(ctx, "/kit/docs/index.html", "text/html; charset=utf-8"), Open.PUBLIC);
        routes.get("/docs/{part}", DocumentRoutes::pagePart, Open.PUBLIC);
    }

    private static void schemas(Context ctx) {
        List<Map<String, String>> index = Schemas.names().stream()
                .map(name -> Map.of("name", name, "href", "/schemas/" + name))
                .toList();
        ctx.json(Map.of("schemas", index));
    }

    private static void schema(Context ctx) {
        var name = ctx.pathParam("name");
        var json = Schemas.json(name.endsWith(".json") ? name.substring(0, name.length() - 5) : name);
        if (json == null) {
            throw Problem.notFound("There is no such schema; /schemas lists those that there are.");
        }
        ctx.contentType("application/schema+json").result(json);
    }

    private static void openapi(Context ctx) throws IOException {
        send(ctx, OPENAPI, "application/yaml; charset=utf-8");
    }

    private static void pagePart(Context ctx) throws IOException {
        var part = ctx.pathParam("part");
        var type = PAGE_PARTS.get(part);
        if (type == null) {
            throw Problem.notFound("There is no such page.");
        }
        ctx.header("Cache-Control", DAY);
        send(ctx, part.equals("docs.js") ? "/kit/docs/docs.js" : SwaggerUi.resource(part), type);
    }

    private static void send(Context ctx, String resource, String type) throws IOException {
        try (var in = open(resource)) {
            if (in == null) {
                throw Problem.notFound("This service has no such document.");
            }
            ctx.contentType(type).result(in.readAllBytes());
        }
    }

    private static @Nullable InputStream open(String resource) {
        return DocumentRoutes.class.getResourceAsStream(resource);
    }
}
