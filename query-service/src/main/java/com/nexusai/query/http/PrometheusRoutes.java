package com.nexusai.query.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.engine.Engine;
import com.nexusai.query.engine.Shapes;
import com.nexusai.query.http.PromView.Failure;
import com.nexusai.query.http.PromView.Success;
import com.nexusai.query.promql.Asking;
import com.nexusai.query.promql.BadQuery;
import com.nexusai.query.promql.Discovery;
import com.nexusai.query.promql.Evaluation;
import com.nexusai.query.promql.Labels;
import com.nexusai.query.promql.Parser;
import com.nexusai.query.promql.PromCatalogue;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The metrics as Prometheus would answer about them, so that Grafana's own data source works. */
final class PrometheusRoutes implements Routes {
    private static final String API = "/prometheus/api/v1/";
    /** What of Prometheus' API this answers, as Grafana asks before it decides how to ask. */
    private static final Map<String, String> BUILD =
            Map.of("version", "2.45.0", "revision", "analytics-fleet", "branch", "", "buildUser", "", "buildDate", "");

    private final Engine engine;
    private final Shapes shapes;
    private final Clock clock;

    PrometheusRoutes(Engine engine, Shapes shapes, Clock clock) {
        this.engine = engine;
        this.shapes = shapes;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        both(routes, "query", this::query);
        both(routes, "query_range", this::queryRange);
        both(routes, "labels", this::labels);
        both(routes, "series", this::series);
        routes.get(API + "label/{name}/values", answering(this::values), Scope.READ);
        routes.get(API + "metadata", answering(this::metadata), Scope.READ);
        routes.get(API + "status/buildinfo", answering(_ -> Success.of(BUILD)), Scope.READ);
    }

    private void both(RoutesConfig routes, String path, Function<Context, Success> answer) {
        routes.get(API + path, answering(answer), Scope.READ);
        routes.post(API + path, answering(answer), Scope.READ);
    }

    private Success query(Context ctx) {
        var parameters = parameters(ctx);
        var times = parameters.moment();
        var evaluation = new Evaluation(catalogue(ctx), asking(ctx), times, clock.instant());
        return PromView.instant(evaluation.of(Parser.parse(parameters.query())), times, evaluation);
    }

    private Success queryRange(Context ctx) {
        var parameters = parameters(ctx);
        var times = parameters.moments();
        var evaluation = new Evaluation(catalogue(ctx), asking(ctx), times, clock.instant());
        return PromView.range(evaluation.of(Parser.parse(parameters.query())), times, evaluation);
    }

    private Success labels(Context ctx) {
        var parameters = parameters(ctx);
        return limited(discovery(ctx).names(parameters.selectors()), parameters);
    }

    private Success values(Context ctx) {
        var parameters = parameters(ctx);
        var values = discovery(ctx)
                .values(ctx.pathParam("name"), parameters.selectors(), parameters.start(), parameters.end());
        return limited(values, parameters);
    }

    private Success series(Context ctx) {
        var parameters = parameters(ctx);
        var selectors = parameters.selectors();
        if (selectors.isEmpty()) {
            throw new BadQuery("no match[] parameter provided");
        }
        var found = discovery(ctx).series(selectors, parameters.start(), parameters.end());
        return limited(found.stream().map(Labels::values).toList(), parameters);
    }

    private Success metadata(Context ctx) {
        var parameters = parameters(ctx);
        var wanted = parameters.text("metric");
        var described = new TreeMap<String, List<PromView.Described>>();
        catalogue(ctx).all().stream()
                .filter(metric -> wanted.isEmpty() || wanted.get().equals(metric.name()))
                .limit(parameters.limit())
                .forEach(metric ->
                        described.put(metric.name(), List.of(new PromView.Described("gauge", metric.help(), ""))));
        return Success.of(described);
    }

    private static Success limited(Collection<?> found, PromParameters parameters) {
        return Success.of(found.stream().limit(parameters.limit()).toList());
    }

    private PromParameters parameters(Context ctx) {
        return new PromParameters(ctx, clock.instant());
    }

    private PromCatalogue catalogue(Context ctx) {
        return new PromCatalogue(shapes.all(Access.tenant(ctx)));
    }

    private Discovery discovery(Context ctx) {
        return new Discovery(catalogue(ctx), asking(ctx));
    }

    private Asking asking(Context ctx) {
        var caller = KeyedAnswers.caller(ctx);
        return question -> engine.answer(caller, question);
    }

    /** Failures too have the form that Prometheus' clients read. */
    private static Handler answering(Function<Context, Success> answer) {
        return ctx -> {
            try {
                ctx.json(answer.apply(ctx));
            } catch (BadQuery bad) {
                ctx.status(400).json(Failure.of("bad_data", bad.sentence()));
            } catch (Problem problem) {
                problem.headers().forEach((name, value) -> ctx.header(name, value));
                switch (problem.status()) {
                    case 504 -> ctx.status(503).json(Failure.of("timeout", problem.detail()));
                    case 429, 503 -> ctx.status(problem.status()).json(Failure.of("unavailable", problem.detail()));
                    default -> ctx.status(400).json(Failure.of("bad_data", problem.detail()));
                }
            }
        };
    }
}
