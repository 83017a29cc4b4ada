package com.nexusai.kit.http;

import static net.logstash.logback.argument.StructuredArguments.value;

import io.javalin.http.Context;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line a request, under the logger {@code access}. Query strings stay out: they may hold keys. */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("access");
    private static final Set<String> PROBES = Set.of("/health", "/metrics", "/actuator");

    private AccessLog() {}

    static void write(Context ctx, String route, long nanos) {
        var level = level(ctx);
        if (!LOG.isEnabledForLevel(level)) {
            return;
        }
        var caller = Access.find(ctx);
        // The route has no place in the text: it is a field of the JSON line only.
        LOG.atLevel(level)
                .setMessage("{} {} {} {} ms {} {}")
                .addArgument(value("method", ctx.method().name()))
                .addArgument(value("path", ctx.path()))
                .addArgument(value("status", ctx.statusCode()))
                .addArgument(value("durationMs", Math.round(nanos / 1e3) / 1e3))
                .addArgument(value("client", ctx.ip()))
                .addArgument(value("subject", caller == null ? "-" : caller.subject()))
                .addArgument(value("route", route))
                .log();
    }

    private static Level level(Context ctx) {
        if (ctx.statusCode() >= 500 && ctx.statusCode() != 503) {
            return Level.WARN;
        }
        return PROBES.stream().anyMatch(ctx.path()::startsWith) ? Level.DEBUG : Level.INFO;
    }
}
