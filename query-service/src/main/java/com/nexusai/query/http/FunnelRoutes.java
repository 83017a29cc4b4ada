package com.nexusai.query.http;

import static com.nexusai.schema.aggregate.Granularity.DAY;
import static java.util.Objects.requireNonNullElse;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.FunnelQuestion;
import com.nexusai.query.domain.FunnelSteps;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.engine.HistoryDesk;
import com.nexusai.query.store.Archive;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.metric.BuiltInMetrics;
import com.nexusai.schema.metric.Measure;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Funnels: stored ones from cells, by day of entry; any other over the events in ClickHouse. */
final class FunnelRoutes implements Routes {
    private static final String API = "/api/v1/analytics/";
    private static final int MOST_STEPS = 10;
    private static final int USUAL_DAYS = 30;
    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);

    private final StoredFunnels funnels;
    private final Archive archive;
    private final HistoryDesk desk;
    private final Clock clock;

    FunnelRoutes(StoredFunnels funnels, Archive archive, HistoryDesk desk, Clock clock) {
        this.funnels = funnels;
        this.archive = archive;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(API + "conversion", this::conversion, Scope.READ);
        routes.get(API + "funnels", this::catalogue, Scope.READ);
        routes.get(API + "funnels/{name}", this::stored, Scope.READ);
        routes.post(API + "funnels/query", this::adHoc, Scope.READ);
    }

    private void catalogue(Context ctx) {
        Parameters.of(ctx);
        ctx.json(new FunnelView.Catalogue(funnels.all(Access.tenant(ctx))
                .map(definition -> {
                    var funnel = (Measure.Funnel) definition.measure();
                    return new FunnelView.Stored(
                            definition.name().substring(Metric.FUNNEL.length()),
                            funnel.steps(),
                            funnel.window().toString(),
                            definition.tenantId().equals(BuiltInMetrics.EVERY_TENANT));
                })
                .toList()));
    }

    private void conversion(Context ctx) {
        var parameters = Parameters.of(ctx, "funnel", "from", "to");
        var view = view(ctx, parameters.text("funnel").orElse(StoredFunnels.ONBOARDING), parameters);
        ctx.json(new FunnelView(view.funnel(), view.window(), view.from(), view.to(), view.steps(), null, view.meta()));
    }

    private void stored(Context ctx) {
        ctx.json(view(ctx, ctx.pathParam("name"), Parameters.of(ctx, "from", "to")));
    }

    /** @param window P7D where it is left out */
    record Draft(
            @Nullable List<String> steps,
            @Nullable String window,
            @Nullable String from,
            @Nullable String to,
            @Nullable String filter) {

        FunnelQuestion question(String tenantId, Instant now) {
            var texts = steps == null ? List.<String>of() : steps;
            if (texts.size() < 2 || texts.size() > MOST_STEPS) {
                throw Problem.invalid("steps", "must be 2 to " + MOST_STEPS + " filters.");
            }
            var length = QuestionDraft.duration("window", requireNonNullElse(window, "P7D"));
            if (length.compareTo(LONGEST_WINDOW) > 0) {
                throw Problem.invalid("window", "must be at most 30 days.");
            }
            var until = to == null ? now : Times.parse("to", to);
            var since = from == null ? until.minus(Duration.ofDays(USUAL_DAYS)) : Times.parse("from", from);
            TimeRange range = Times.range(since, until);
            return new FunnelQuestion(
                    tenantId, texts.stream().map(Draft::step).toList(), length, range, QuestionDraft.filter(filter));
        }

        private static Filter step(String text) {
            return QuestionDraft.filter("steps", text);
        }
    }

    private FunnelView view(Context ctx, String name, Parameters parameters) {
        var range = Times.windows(parameters, DAY, QuestionDraft.MAX_WINDOWS, clock.instant());
        return funnels.view(KeyedAnswers.caller(ctx), name, range);
    }

    private void adHoc(Context ctx) {
        Parameters.of(ctx);
        var tenant = Access.tenant(ctx);
        var draft = RequestBody.json(ctx, Draft.class);
        var question = draft.question(tenant, clock.instant());
        ctx.json(answer(draft, question, archive, desk));
    }

    static FunnelView answer(Draft draft, FunnelQuestion question, Archive archive, HistoryDesk desk) {
        var filters = requireNonNullElse(draft.steps(), List.<String>of());
        return desk.ask(
                question.tenantId(),
                meta -> new FunnelView(
                        null,
                        question.window().toString(),
                        question.range().from(),
                        question.range().to(),
                        FunnelSteps.of(filters, archive.funnel(question), step -> null),
                        null,
                        meta));
    }
}
