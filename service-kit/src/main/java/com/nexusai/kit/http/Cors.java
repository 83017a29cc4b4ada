package com.nexusai.kit.http;

import io.javalin.config.JavalinConfig;
import io.javalin.plugin.bundled.CorsPluginConfig.CorsRule;
import java.util.List;

/** Lets pages of other origins call from a browser. Cookies are nobody's credential here, so none are let through. */
final class Cors {
    private static final int HOURS_OF_TRUST = 2;

    private Cors() {}

    static void apply(JavalinConfig javalin, List<String> origins) {
        if (!origins.isEmpty()) {
            javalin.bundledPlugins.enableCors(cors -> cors.addRule(rule -> allow(rule, origins)));
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
