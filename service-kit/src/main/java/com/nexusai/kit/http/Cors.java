package com.nexusai.kit.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.plugin.bundled.CorsPluginConfig.CorsRule;
import java.util.List;

/** Lets pages of other origins call from a browser. Cookies are nobody's credential here, so none are let through. */
final class Cors {
    private static final int HOURS_OF_TRUST = 2;

    private Cors() {}

    static void apply(JavalinConfig javalin, List<String> origins) {
        if (!origins.isEmpty()) {
            javalin.bundledPlugins.enableCors(cors -> cors.addRule(rule -> allow(rule, origins)));
            javalin.routes.beforeMatched(Cors::welcomeOwnPages);
        }
    }

    /** Browsers name the origin of a service's own pages too, and the plugin refuses each origin that is not in its list. */
    private static void welcomeOwnPages(Context ctx) {
        var origin = ctx.header("Origin");
        var host = ctx.header("Host");
        if (host != null
                && ctx.statusCode() == 400
                && (("http://" + host).equals(origin) || ("https://" + host).equals(origin))) {
            ctx.status(HttpStatus.OK);
        }
    }

    private static void allow(CorsRule rule, List<String> origins) {
        if (origins.equals(List.of("*"))) {
            rule.anyHost();
        } else {
            origins.forEach(origin -> rule.allowHost(origin));
        }
        rule.maxAge = HOURS_OF_TRUST * 3600;
        for (var header : List.of("Retry-After", "RateLimit", "RateLimit-Policy", "traceparent")) {
            rule.exposeHeader(header);
        }
    }
}
