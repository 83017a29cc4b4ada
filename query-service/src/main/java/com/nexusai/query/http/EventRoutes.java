package com.nexusai.query.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.Freshness;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.store.History;
import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceAway;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Single events and exact counts, from history. */
final class EventRoutes implements Routes {
    private static final int MAX_PAGE = 1_000;
    private static final Duration USUAL_RANGE = Duration.ofDays(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration RETRY_WHEN_BUSY = Duration.ofSeconds(1);
    // with the bytes of a page this bounds the memory that history can take
    private static final int AT_ONCE = 8;

    private final History history;
    private final QueryMeters meters;
    private final String instance;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);

    EventRoutes(History history, QueryMeters meters, String instance, Clock clock) {
        this.history = history;
        this.meters = meters;
        this.instance = instance;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/analytics/events", ctx -> fromHistory(ctx, this::events), Scope.READ);
        routes.get("/api/v1/analytics/events/count", ctx -> fromHistory(ctx, this::count), Scope.READ);
    }

    private Object events(Context ctx) {
        var parameters = Parameters.of(ctx, "from", "to", "type", "userId", "limit", "cursor");
        int limit = parameters.integer("limit", 100, 1, MAX_PAGE);
        var cursor = parameters.text("cursor").map(EventCursor::parse);
        var range = range(parameters, cursor.map(EventCursor::range));
        var question = new EventQuestion(Access.tenant(ctx), range, parameters.text("type"), parameters.text("userId"));
        var meta = meta(question.tenantId());
        var page = history.events(question, cursor.map(EventCursor::after), limit);
        var next = page.more() ? new EventCursor(range, page.events().getLast().position()).text() : null;
        var views = page.events().stream().map(EventView::of).toList();
        return new EventView.Page(range.from(), range.to(), views, next, meta);
    }

    private Object count(Context ctx) {
        var parameters = Parameters.of(ctx, "from", "to", "type", "userId");
        var range = range(parameters, Optional.empty());
        var question = new EventQuestion(Access.tenant(ctx), range, parameters.text("type"), parameters.text("userId"));
        var meta = meta(question.tenantId());
        var counts = history.counts(question);
        return new CountView(range.from(), range.to(), counts.total(), counts.counts(), meta);
    }

    private TimeRange range(Parameters parameters, Optional<TimeRange> ofCursor) {
        var to = parameters.time("to").or(() -> ofCursor.map(TimeRange::to)).orElseGet(clock::instant);
        var from =
                parameters.time("from").or(() -> ofCursor.map(TimeRange::from)).orElseGet(() -> to.minus(USUAL_RANGE));
        return Times.range(from, to);
    }

    private Meta meta(String tenant) {
        var now = clock.instant();
        var newest = history.newest(tenant, now).map(at -> Freshness.asOf(at, now));
        return Meta.of(newest.orElse(null), Source.CLICKHOUSE, instance, null);
    }

    private void fromHistory(Context ctx, Answer answer) {
        if (!free.tryAcquire()) {
            throw Problem.unavailable("Too many questions to history at once.", RETRY_WHEN_BUSY)
                    .with("source", Source.CLICKHOUSE);
        }
        try {
            ctx.json(answer.of(ctx));
        } catch (SourceAway away) {
            meters.sourceAway(away.source());
            throw problem(away);
        } finally {
            free.release();
        }
    }

    @FunctionalInterface
    private interface Answer {
        Object of(Context ctx);
    }

    private static Problem problem(SourceAway away) {
        var problem = away.outOfTime()
                ? Problem.of(
                        504, "time-budget", "The question takes too long", away.getMessage() + "; narrow the range.")
                : Problem.unavailable(away.getMessage() + ".", RETRY_AFTER);
        return problem.with("source", away.source());
    }
}
