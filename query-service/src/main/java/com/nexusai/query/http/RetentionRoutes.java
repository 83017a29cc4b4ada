package com.nexusai.query.http;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.Cohort;
import com.nexusai.query.domain.Cohorts;
import com.nexusai.query.domain.Group;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.Point;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.Question.Asked;
import com.nexusai.query.domain.RetentionQuestion;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.domain.ZonedWindows;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.engine.Engine;
import com.nexusai.query.engine.HistoryDesk;
import com.nexusai.query.store.Archive;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who comes back: people by the window of their first event, from cells; or by anything, over the events. */
final class RetentionRoutes implements Routes {
    private static final String API = "/api/v1/analytics/retention";
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int MOST = 60;
    private static final int USUAL_DAYS = 14;
    private static final int USUAL_WEEKS = 8;

    private final Engine engine;
    private final Archive archive;
    private final HistoryDesk desk;
    private final Clock clock;

    RetentionRoutes(Engine engine, Archive archive, HistoryDesk desk, Clock clock) {
        this.engine = engine;
        this.archive = archive;
        this.desk = desk;
        this.clock = clock;
    }

    /** Cohorts, and how many of each came back. */
    record View(String granularity, Instant from, Instant to, int periods, List<Cohort> cohorts, Meta meta) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(API, this::stored, Scope.READ);
        routes.post(API + "/query", this::adHoc, Scope.READ);
    }

    private void stored(Context ctx) {
        var parameters = Parameters.of(ctx, "granularity", "from", "to", "periods");
        var granularity = granularity(parameters.text("granularity").orElse("day"));
        int periods = parameters.integer("periods", usual(granularity), 1, MOST);
        var windows = new ZonedWindows(granularity, UTC);
        var range = range(
                parameters.text("from").orElse(null), parameters.text("to").orElse(null), windows, clock.instant());
        ctx.json(stored(engine, KeyedAnswers.caller(ctx), windows, range, periods, clock.instant()));
    }

    static Question question(Granularity granularity, TimeRange range) {
        return Questions.points(List.of(new Asked(Metric.RETENTION, null)), granularity, range);
    }

    /** Of people by the window of their first event. */
    static View stored(Engine engine, Caller caller, ZonedWindows windows, TimeRange range, int periods, Instant now) {
        var answer = engine.answer(caller, question(windows.granularity(), range));
        var cohorts = new Cohorts(windows);
        for (var group : answer.results().getFirst().groups()) {
            add(group, windows, cohorts);
        }
        return new View(
                windows.granularity().word(),
                answer.from(),
                answer.to(),
                periods,
                cohorts.of(range, periods, now),
                answer.meta());
    }

    private static void add(Group group, ZonedWindows windows, Cohorts cohorts) {
        int period = Integer.parseInt(group.dimension());
        for (var point : requireNonNullElse(group.points(), List.<Point>of())) {
            var window = point.start();
            for (int i = 0; i < period; i++) {
                window = windows.next(window);
            }
            cohorts.returned(point.start(), window, point.count());
            if (period == 0) {
                // who begins in a window is there in it
                cohorts.size(point.start(), point.count());
            }
        }
    }

    static TimeRange range(@Nullable String from, @Nullable String to, ZonedWindows windows, Instant now) {
        var until = to == null ? windows.next(windows.start(now)) : Times.parse("to", to, windows.zone());
        var since = from == null
                ? windows.back(windows.start(until), usual(windows.granularity()))
                : Times.parse("from", from, windows.zone());
        var whole = windows.whole(Times.range(since, until));
        if (windows.starts(whole, MOST).size() > MOST) {
            throw Problem.invalid("from", "The range has more than " + MOST + " cohorts.");
        }
        return whole;
    }

    static Granularity granularity(String word) {
        return switch (word) {
            case "day" -> Granularity.DAY;
            case "week" -> Granularity.WEEK;
            default -> throw Problem.invalid("granularity", "'" + word + "' is neither day nor week.");
        };
    }

    static int usual(Granularity granularity) {
        return granularity == Granularity.WEEK ? USUAL_WEEKS : USUAL_DAYS;
    }

    /**
     * @param first a filter: whose first such event lies in a window is of its cohort
     * @param back a filter for coming back; all events where it is left out
     */
    record Draft(
            @Nullable String first,
            @JsonProperty("return") @Nullable String back,
            @Nullable String granularity,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer periods,
            @Nullable String timeZone) {}

    private void adHoc(Context ctx) {
        Parameters.of(ctx);
        var draft = RequestBody.json(ctx, Draft.class);
        ctx.json(answer(Access.tenant(ctx), draft, archive, desk, clock.instant()));
    }

    static View answer(String tenant, Draft draft, Archive archive, HistoryDesk desk, Instant now) {
        var granularity = granularity(requireNonNullElse(draft.granularity(), "day"));
        var windows = new ZonedWindows(granularity, QuestionDraft.zone(draft.timeZone()));
        int periods = requireNonNullElse(draft.periods(), usual(granularity));
        if (periods < 1 || periods > MOST) {
            throw Problem.invalid("periods", "must be a whole number from 1 to " + MOST + ".");
        }
        if (draft.first() == null) {
            throw Problem.invalid("first", "is missing: a filter for what makes people part of a cohort.");
        }
        var range = range(draft.from(), draft.to(), windows, now);
        var question = new RetentionQuestion(
                tenant,
                QuestionDraft.filter("first", draft.first()),
                QuestionDraft.filter("return", requireNonNullElse(draft.back(), "exists(type)")),
                windows,
                range,
                periods);
        return desk.ask(
                tenant,
                meta -> new View(
                        granularity.word(),
                        range.from(),
                        range.to(),
                        periods,
                        archive.retention(question).of(range, periods, now),
                        meta));
    }
}
