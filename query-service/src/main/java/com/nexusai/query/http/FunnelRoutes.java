package com.nexusai.query.http;

import static com.nexusai.schema.aggregate.Granularity.DAY;
import static java.util.Objects.requireNonNullElse;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.definition.Definitions;
import com.nexusai.query.domain.As;
import com.nexusai.query.domain.FunnelQuestion;
import com.nexusai.query.domain.FunnelSteps;
import com.nexusai.query.domain.Group;
import com.nexusai.query.domain.Question.Asked;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.engine.Engine;
import com.nexusai.query.engine.HistoryDesk;
import com.nexusai.query.store.Archive;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.metric.BuiltInMetrics;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Funnels: stored ones from cells, by day of entry; any other over the events in ClickHouse. */
final class FunnelRoutes implements Routes {
    private static final String API = "/api/v1/analytics/";
    private static final int MOST_STEPS = 10;
    private static final int USUAL_DAYS = 30;
    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);

    private final Engine engine;
    private final Definitions definitions;
    private final Archive archive;
    private final HistoryDesk desk;
    private final Clock clock;

    FunnelRoutes(Engine engine, Definitions definitions, Archive archive, HistoryDesk desk, Clock clock) {
        this.engine = engine;
        this.definitions = definitions;
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
        ctx.json(new FunnelView.Catalogue(all(Access.tenant(ctx))
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
        var view = view(ctx, parameters.text("funnel").orElse("onboarding"), parameters);
        ctx.json(new FunnelView(view.funnel(), view.window(), view.from(), view.to(), view.steps(), null, view.meta()));
    }

    private void stored(Context ctx) {
        ctx.json(view(ctx, ctx.pathParam("name"), Parameters.of(ctx, "from", "to")));
    }

    private FunnelView view(Context ctx, String name, Parameters parameters) {
        var metric = Metric.FUNNEL + name;
        var funnel = all(Access.tenant(ctx))
                .filter(definition -> definition.name().equals(metric))
                .findFirst()
                .map(definition -> (Measure.Funnel) definition.measure())
                .orElseThrow(() -> Problem.notFound("There is no funnel '" + name + "'."));
        var range = Times.windows(parameters, DAY, QuestionDraft.MAX_WINDOWS, clock.instant());
        var answer = engine.answer(
                KeyedAnswers.caller(ctx),
                Questions.points(
                        List.of(new Asked(metric, null), new Asked(Metric.FUNNEL_TIME + name, As.P50)), DAY, range));
        var reached = byStep(answer.results().getFirst().groups());
        var times = byStep(answer.results().getLast().groups());
        var users = new ArrayList<Long>();
        for (int step = 1; step <= funnel.steps().size(); step++) {
            var group = reached.get(Integer.toString(step));
            users.add(group == null ? 0L : requireNonNullElse(group.count(), 0L));
        }
        var steps = FunnelSteps.of(funnel.steps(), users, step -> median(times.get(Integer.toString(step))));
        return new FunnelView(
                name,
                funnel.window().toString(),
                answer.from(),
                answer.to(),
                steps,
                days(reached, steps.size()),
                answer.meta());
    }

    private static @Nullable Double median(@Nullable Group times) {
        return times == null ? null : times.value();
    }

    private static List<FunnelView.Day> days(Map<String, Group> reached, int steps) {
        var first = reached.get("1");
        if (first == null || first.points() == null) {
            return List.of();
        }
        var days = new ArrayList<FunnelView.Day>();
        for (int day = 0; day < first.points().size(); day++) {
            var users = new ArrayList<Long>();
            for (int step = 1; step <= steps; step++) {
                var group = reached.get(Integer.toString(step));
                var points = group == null ? null : group.points();
                users.add(points == null ? 0L : points.get(day).count());
            }
            days.add(new FunnelView.Day(first.points().get(day).start(), users));
        }
        return days;
    }

    private static Map<String, Group> byStep(List<Group> groups) {
        return groups.stream().collect(Collectors.toMap(Group::dimension, group -> group));
    }

    private Stream<MetricDefinition> all(String tenantId) {
        return Stream.concat(BuiltInMetrics.OF_EVENTS.stream(), definitions.of(tenantId).stream())
                .filter(definition -> definition.measure() instanceof Measure.Funnel);
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

    private void adHoc(Context ctx) {
        Parameters.of(ctx);
        var tenant = Access.tenant(ctx);
        var draft = RequestBody.json(ctx, Draft.class);
        var question = draft.question(tenant, clock.instant());
        ctx.json(desk.ask(
                tenant,
                meta -> new FunnelView(
                        null,
                        question.window().toString(),
                        question.range().from(),
                        question.range().to(),
                        FunnelSteps.of(
                                requireNonNullElse(draft.steps(), List.of()), archive.funnel(question), step -> null),
                        null,
                        meta)));
    }
}
