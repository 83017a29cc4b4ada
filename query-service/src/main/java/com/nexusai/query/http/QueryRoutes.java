package com.nexusai.query.http;

import com.nexusai.kit.http.Routes;
import com.nexusai.query.dashboard.Dashboards;
import com.nexusai.query.definition.Changes;
import com.nexusai.query.definition.Definitions;
import com.nexusai.query.domain.CellLives;
import com.nexusai.query.domain.Planner;
import com.nexusai.query.engine.Engine;
import com.nexusai.query.engine.HistoryDesk;
import com.nexusai.query.engine.Patience;
import com.nexusai.query.engine.Scatter;
import com.nexusai.query.engine.Shapes;
import com.nexusai.query.engine.Turns;
import com.nexusai.query.peer.Peers;
import com.nexusai.query.store.AnswerCache;
import com.nexusai.query.store.Archive;
import com.nexusai.query.store.Copies;
import com.nexusai.query.store.History;
import com.nexusai.query.store.TodayCounters;
import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.metric.MetricDefinition;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** All routes of the API, over the sources of their answers. */
public final class QueryRoutes {
    private QueryRoutes() {}

    /** Where answers come from, and where definitions go. */
    public record Sources(
            Copies copies,
            Peers peers,
            TodayCounters counters,
            History history,
            Archive archive,
            Definitions definitions,
            Changes<MetricDefinition> changes,
            Dashboards dashboards,
            Changes<Dashboard> dashboardChanges,
            CellLives lives,
            AnswerCache cache,
            Patience handover) {}

    public static List<Routes> of(
            Sources sources, QueryMeters meters, OpenStreams streams, String instance, Clock clock) {
        var answers = new KeyedAnswers(sources.copies(), sources.peers(), instance, sources.handover(), meters);
        var shapes = new Shapes(sources.definitions());
        var turns = new Turns();
        var desk = new HistoryDesk(sources.history(), turns, meters, instance, clock);
        var engine = new Engine(
                sources.copies(),
                new Scatter(sources.copies(), sources.peers(), sources.handover(), meters),
                sources.archive(),
                desk,
                shapes,
                new Planner(sources.lives()),
                turns,
                sources.cache(),
                meters,
                instance,
                clock);
        var funnels = new StoredFunnels(engine, sources.definitions());
        var widgets = new WidgetAnswers(engine, funnels, sources.archive(), desk, clock);
        var secrets = new Secrets(new SecureRandom());
        return List.of(
                new EntityTags(meters),
                new MetricRoutes(engine, shapes, clock),
                new PrometheusRoutes(engine, shapes, clock),
                new PlatformRoutes(engine, clock),
                new FunnelRoutes(funnels, sources.archive(), desk, clock),
                new RetentionRoutes(engine, sources.archive(), desk, clock),
                new DefinitionRoutes(
                        sources.definitions(),
                        sources.changes(),
                        new DefinitionPreview(sources.archive(), sources.history()),
                        desk,
                        clock),
                new TopUsersRoutes(answers, clock),
                new DashboardRoutes(sources.dashboards(), sources.dashboardChanges(), secrets, clock),
                new SharedRoutes(sources.dashboards(), widgets, clock),
                new ReportRoutes(engine, widgets, sources.dashboards(), clock),
                new StreamRoutes(engine, streams, clock),
                new UserRoutes(answers),
                new RealtimeRoutes(engine, sources.counters(), meters, instance, clock),
                new EventRoutes(sources.history(), desk, clock),
                new ExportRoutes(sources.history(), desk, ExportRoutes.usualPatience(), clock));
    }
}
