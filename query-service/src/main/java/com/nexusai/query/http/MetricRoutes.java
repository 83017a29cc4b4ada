package com.nexusai.query.http;

import static com.nexusai.query.topology.TopicStore.CELLS;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.Points;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.store.CellScan;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import com.nexusai.schema.metric.BuiltInMetrics;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;

/** Series and breakdowns of metrics, from the cells. */
final class MetricRoutes implements Routes {
    private static final int MAX_POINTS = 10_000;
    private static final int MAX_TOP = 1_000;

    private final KeyedAnswers answers;
    private final Clock clock;

    MetricRoutes(KeyedAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/analytics/metrics/{metric}/series", this::series, Scope.READ);
        routes.get("/api/v1/analytics/top-events", this::topEvents, Scope.READ);
        routes.get("/api/v1/analytics/platform/metrics", this::platform, Scope.READ);
        routes.get("/analytics/metrics/{tenantId}", this::platformOfTenant, Scope.READ);
    }

    private void series(Context ctx) {
        var parameters = Parameters.of(ctx, "granularity", "from", "to", "dimension", "fill");
        var granularity = parameters.granularity(Granularity.HOUR);
        var range = Times.windows(parameters, granularity, MAX_POINTS, clock.instant());
        var dimension = parameters.text("dimension").orElse(Metric.TOTAL);
        boolean fill = parameters.flag("fill", true);
        var series = new Series(Access.tenant(ctx), ctx.pathParam("metric"), granularity, dimension);
        answers.answer(ctx, CELLS, series.partitionKey(), (copy, meta) -> {
            var cells = new CellScan(copy);
            checkKnown(cells, series);
            var points = cells.series(series, range);
            return SeriesView.of(series, range, fill ? Points.filled(points, range, granularity) : points, meta);
        });
    }

    private void topEvents(Context ctx) {
        var parameters = Parameters.of(ctx, "granularity", "from", "to", "limit");
        var granularity = parameters.granularity(Granularity.DAY);
        var range = Times.windows(parameters, granularity, MAX_POINTS, clock.instant());
        int limit = parameters.integer("limit", 10, 1, MAX_TOP);
        var tenant = Access.tenant(ctx);
        answers.answer(ctx, CELLS, events(tenant), (copy, meta) -> {
            var byType = new CellScan(copy).breakdown(tenant, Metric.EVENTS, granularity, range);
            return new TopEventsView(
                    granularity.word(), range.from(), range.to(), byType.total(), byType.top(limit), meta);
        });
    }

    private void platform(Context ctx) {
        Parameters.of(ctx);
        var tenant = Access.tenant(ctx);
        var now = clock.instant();
        answers.answer(ctx, CELLS, events(tenant), (copy, meta) -> platform(new CellScan(copy), tenant, now, meta));
    }

    /** An older path, with the tenant in it: that must be the caller's own. */
    private void platformOfTenant(Context ctx) {
        if (!ctx.pathParam("tenantId").equals(Access.tenant(ctx))) {
            throw Problem.forbidden("The credential belongs to another tenant.");
        }
        platform(ctx);
    }

    private static PlatformView platform(CellScan cells, String tenant, Instant now, Meta meta) {
        return new PlatformView(
                window(cells, tenant, Granularity.DAY, TimeRange.last(1, Granularity.DAY, now)),
                window(cells, tenant, Granularity.HOUR, TimeRange.last(24, Granularity.HOUR, now)),
                meta);
    }

    private static PlatformView.Window window(CellScan cells, String tenant, Granularity granularity, TimeRange range) {
        var total = new Series(tenant, Metric.EVENTS, granularity, Metric.TOTAL);
        return PlatformView.Window.of(
                range,
                Points.sum(cells.series(total, range)),
                cells.breakdown(tenant, Metric.EVENTS, granularity, range));
    }

    // a metric of ours is zero before the first event; any other name without a cell is more likely a typing error
    private static void checkKnown(CellScan cells, Series series) {
        if (!BuiltInMetrics.NAMES.contains(series.metric()) && !cells.knows(series.tenantId(), series.metric())) {
            throw Problem.notFound("There is no metric '" + series.metric() + "'.");
        }
    }

    private static String events(String tenant) {
        return new Series(tenant, Metric.EVENTS, Granularity.DAY, Metric.TOTAL).partitionKey();
    }
}
