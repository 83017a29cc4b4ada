package com.nexusai.query.http;

import com.nexusai.kit.auth.Open;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.http.WebConsole;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The web console of the analytics: its pages, its charting library, and where it finds ingest-service. */
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

    private static final String CHARTS = "META-INF/resources/webjars/uplot/" + chartsVersion() + "/dist/";
    private static final Map<String, String> LIBRARY =
            Map.of("lib/uplot.js", CHARTS + "uPlot.iife.min.js", "lib/uplot.css", CHARTS + "uPlot.min.css");

    private final String ingestUrl;
    private final WebConsole console;

    /** @param ingestUrl where a browser reaches ingest-service; empty where it does not */
    public ConsoleRoutes(String ingestUrl) {
        this.ingestUrl = ingestUrl;
        this.console = new WebConsole(PAGES, LIBRARY, ingestUrl, "");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/console/config.json", this::config, Open.PUBLIC);
        console.addTo(routes);
    }

    private void config(Context ctx) {
        ctx.header("Cache-Control", "no-cache").json(Map.of("ingestUrl", ingestUrl));
    }

    private static String chartsVersion() {
        var properties = new Properties();
        try (var in = ConsoleRoutes.class
                .getClassLoader()
                .getResourceAsStream("META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties.getProperty("version", "unknown");
    }
}
