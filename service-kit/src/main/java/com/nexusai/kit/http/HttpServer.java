package com.nexusai.kit.http;

import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.config.HttpConfig;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.lifecycle.CannotStart;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.serde.Json;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.json.JavalinJackson3;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service's door: its own routes and those of every service, behind one guard. */
public final class HttpServer implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final HttpConfig config;
    private final Health health;
    private final HttpMeters httpMeters;
    private final BodyBudget bodyBudget;
    private final Javalin javalin;
    private volatile boolean started;

    public HttpServer(
            HttpConfig config,
            Authentication authentication,
            Health health,
            PrometheusMeterRegistry meters,
            List<? extends Routes> routes) {
        this.config = config;
        this.health = health;
        this.httpMeters = new HttpMeters(meters);
        this.bodyBudget = new BodyBudget(config.inFlightBodyBytes(), meters);
        var all = new ArrayList<Routes>(
                List.of(new HealthRoutes(health), new MetricsRoutes(meters), new DocumentRoutes()));
        all.addAll(routes);
        this.javalin = Javalin.create(javalin -> configure(javalin, new Guard(authentication), all));
        Guard.refuseUnguarded(javalin.unsafe);
        Guard.addHeadRoutes(javalin.unsafe);
    }

    @Override
    public void start() {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            throw new CannotStart(
                    "Nothing can listen on " + config.host() + ":" + config.port()
                            + ", which is taken or not allowed; HTTP_HOST and HTTP_PORT name another.",
                    taken);
        }
        started = true;
        LOG.info("listening on {}:{}", config.host(), port());
    }

    /** The port it listens on, once started. */
    public int port() {
        return javalin.port();
    }

    /** Not ready from now on; requests in flight end, within the drain timeout. */
    @Override
    public void close() {
        health.stopping();
        if (started) {
            started = false;
            javalin.stop();
        }
    }

    private void configure(JavalinConfig javalin, Guard guard, List<Routes> routes) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = config.maxBodyBytes();
        javalin.http.compressionStrategy = CompressionStrategy.GZIP;
        javalin.appData(RequestBody.MAX_BYTES, config.maxBodyBytes());
        javalin.appData(BodyBudget.KEY, bodyBudget);
        javalin.jsonMapper(new JavalinJackson3(Json.MAPPER, true));
        JettySetup.apply(javalin, config);
        javalin.requestLogger.http((ctx, millis) -> end(ctx, millis));
        javalin.router.javaLangErrorHandler(ProblemResponses::writeError);
        Cors.apply(javalin, config.corsOrigins());
        javalin.routes.before(Requests::begin);
        javalin.routes.beforeMatched(guard::check);
        ProblemResponses.addTo(javalin.routes);
        routes.forEach(some -> some.addTo(javalin.routes));
    }

    private void end(Context ctx, float millis) {
        var nanos = (long) (millis * 1_000_000);
        var matched = ctx.endpoints().lastHttpEndpoint();
        var route = matched == null ? "unmatched" : matched.path;
        httpMeters.count(ctx.method().name(), route, ctx.statusCode(), nanos);
        AccessLog.write(ctx, route, nanos);
        Requests.end();
    }
}
