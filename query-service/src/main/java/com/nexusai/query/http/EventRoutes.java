package com.nexusai.query.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.Routes;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.engine.HistoryDesk;
import com.nexusai.query.store.History;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Single events and exact counts, from history. */
final class EventRoutes implements Routes {
    private static final int MAX_PAGE = 1_000;
    private static final Duration USUAL_RANGE = Duration.ofDays(1);

    private final History history;
    private final HistoryDesk desk;
    private final Clock clock;

    EventRoutes(History history, HistoryDesk desk, Clock clock) {
        this.history = history;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/analytics/events",
                ctx -> ctx.json(desk.ask(Access.tenant(ctx), meta -> events(ctx, meta))),
                Scope.READ);
        routes.get(
                "/api/v1/analytics/events/count",
                ctx -> ctx.json(desk.ask(Access.tenant(ctx), meta -> count(ctx, meta))),
                Scope.READ);
    }

    private Object events(Context ctx, Meta meta) {
        var parameters = Parameters.of(ctx, "from", "to", "type", "userId", "filter", "limit", "cursor");
        int limit = parameters.integer("limit", 100, 1, MAX_PAGE);
        var cursor = parameters.text("cursor").map(EventCursor::parse);
        var range = range(parameters, cursor.map(EventCursor::range), clock.instant());
        var question = question(ctx, parameters, range);
        var page = history.events(question, cursor.map(EventCursor::after), limit);
        var next = page.more() ? new EventCursor(range, page.events().getLast().position()).text() : null;
        var views = page.events().stream().map(EventView::of).toList();
        return new EventView.Page(range.from(), range.to(), views, next, meta);
    }

    private Object count(Context ctx, Meta meta) {
        var parameters = Parameters.of(ctx, "from", "to", "type", "userId", "filter");
        var range = range(parameters, clock.instant());
        var question = question(ctx, parameters, range);
        var counts = history.counts(question);
        return new CountView(range.from(), range.to(), counts.total(), counts.counts(), meta);
    }

    static EventQuestion question(Context ctx, Parameters parameters, TimeRange range) {
        return new EventQuestion(
                Access.tenant(ctx),
                range,
                parameters.text("type"),
                parameters.text("userId"),
                parameters.text("filter").map(QuestionDraft::filter));
    }

    /** The last day if nothing is said. */
    static TimeRange range(Parameters parameters, Instant now) {
        return range(parameters, Optional.empty(), now);
    }

    private static TimeRange range(Parameters parameters, Optional<TimeRange> ofCursor, Instant now) {
        var to = parameters.time("to").or(() -> ofCursor.map(TimeRange::to)).orElse(now);
        var from =
                parameters.time("from").or(() -> ofCursor.map(TimeRange::from)).orElseGet(() -> to.minus(USUAL_RANGE));
        return Times.range(from, to);
    }
}
