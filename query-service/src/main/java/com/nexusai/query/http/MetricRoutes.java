package com.nexusai.query.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.Question.Asked;
import com.nexusai.query.engine.Answer;
import com.nexusai.query.engine.Engine;
import com.nexusai.query.engine.Shapes;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The generic question, and the shapes of it that charts ask most. */
final class MetricRoutes implements Routes {
    private static final String API = "/api/v1/analytics/";

    private final Engine engine;
    private final Shapes shapes;
    private final Clock clock;

    MetricRoutes(Engine engine, Shapes shapes, Clock clock) {
        this.engine = engine;
        this.shapes = shapes;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(API + "query", this::query, Scope.READ);
        routes.get(API + "metrics", this::catalogue, Scope.READ);
        routes.get(API + "metrics/aggregated", this::aggregated, Scope.READ);
        routes.get(API + "metrics/{metric}/series", this::series, Scope.READ);
        routes.get(API + "top-events", this::topEvents, Scope.READ);
    }

    private void query(Context ctx) {
        Parameters.of(ctx);
        var question = QuestionReader.read(RequestBody.json(ctx, JsonNode.class), clock.instant());
        ctx.json(engine.answer(KeyedAnswers.caller(ctx), question));
    }

    private void catalogue(Context ctx) {
        Parameters.of(ctx);
        ctx.json(CatalogueView.of(shapes.all(Access.tenant(ctx))));
    }

    private void aggregated(Context ctx) {
        var parameters = Parameters.of(
                ctx,
                "metrics",
                "granularity",
                "from",
                "to",
                "last",
                "timeZone",
                "breakdown",
                "filter",
                "dimensions",
                "fill",
                "compare",
                "order",
                "limit");
        ctx.json(engine.answer(KeyedAnswers.caller(ctx), QuestionReader.read(parameters, clock.instant())));
    }

    private void series(Context ctx) {
        var parameters = Parameters.of(
                ctx, "granularity", "from", "to", "last", "dimension", "fill", "timeZone", "compare", "as");
        var dimension = parameters.text("dimension").orElse(Metric.TOTAL);
        var shape = shapes.of(Access.tenant(ctx), ctx.pathParam("metric"));
        if (dimension.equals(Metric.TOTAL) && !shape.total()) {
            throw Problem.invalid("dimension", shape.name() + " has no total; name one value of its dimension.");
        }
        var asked =
                new Asked(shape.name(), QuestionReader.as(parameters.text("as").orElse(null), "as"));
        var question = new QuestionDraft(
                        List.of(asked),
                        parameters.text("granularity").orElse("hour"),
                        parameters.text("from").orElse(null),
                        parameters.text("to").orElse(null),
                        parameters.text("last").orElse(null),
                        parameters.text("timeZone").orElse(null),
                        List.of(),
                        null,
                        dimension.equals(Metric.TOTAL) ? List.of() : List.of(dimension),
                        parameters.flag("fill", true),
                        parameters.text("compare").orElse(null),
                        null,
                        1)
                .question(clock.instant());
        ctx.json(SeriesView.of(dimension, engine.answer(KeyedAnswers.caller(ctx), question)));
    }

    private void topEvents(Context ctx) {
        var parameters = Parameters.of(ctx, "granularity", "from", "to", "limit");
        int limit = parameters.integer("limit", 10, 1, QuestionDraft.MAX_LIMIT);
        var granularity = parameters.granularity(Granularity.DAY);
        var range = Times.windows(parameters, granularity, QuestionDraft.MAX_WINDOWS, clock.instant());
        var question = Questions.totals(Metric.EVENTS, range, List.of("type"), limit);
        Answer answer = engine.answer(KeyedAnswers.caller(ctx), question);
        ctx.json(TopEventsView.of(granularity.word(), answer));
    }
}
