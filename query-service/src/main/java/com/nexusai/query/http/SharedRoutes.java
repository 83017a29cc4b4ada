package com.nexusai.query.http;

import com.nexusai.kit.auth.Open;
import com.nexusai.kit.auth.Principal;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.dashboard.Dashboards;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.peer.Peers;
import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.dashboard.Widget;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** What the holder of a link may read: one dashboard, and what its widgets ask. Nothing else can be asked by a link. */
final class SharedRoutes implements Routes {
    private static final String ONE = "/api/v1/shared/{token}";

    private final Dashboards dashboards;
    private final WidgetAnswers widgets;
    private final Clock clock;

    SharedRoutes(Dashboards dashboards, WidgetAnswers widgets, Clock clock) {
        this.dashboards = dashboards;
        this.widgets = widgets;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ONE, this::dashboard, Open.OWN_CREDENTIAL);
        routes.get(ONE + "/widgets/{widgetId}", this::widget, Open.OWN_CREDENTIAL);
    }

    private void dashboard(Context ctx) {
        Parameters.of(ctx);
        ctx.header("Cache-Control", "no-store").json(DashboardView.Document.of(read(ctx)));
    }

    private void widget(Context ctx) {
        var parameters = Parameters.of(ctx, "metrics");
        var dashboard = read(ctx);
        var widget = dashboard.layout().widgets().stream()
                .filter(each -> each.id().equals(ctx.pathParam("widgetId")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such widget on this dashboard."));
        ctx.header("Cache-Control", "no-store").json(answer(ctx, dashboard, widget, parameters));
    }

    private Object answer(Context ctx, Dashboard dashboard, Widget widget, Parameters parameters) {
        boolean hopped = ctx.header(Peers.HOP) != null;
        var caller =
                new Caller(dashboard.tenantId(), Map.of(), hopped, ctx.req().getRequestURI());
        var some = parameters.text("metrics");
        if (some.isEmpty()) {
            return widgets.answer(caller, widget);
        }
        var wanted = some.get();
        if (!wanted.matches("\\d{1,2}(,\\d{1,2}){0,19}")) {
            throw Problem.invalid("metrics", "must be the numbers of metrics.");
        }
        return widgets.answer(
                caller,
                widget,
                Arrays.stream(wanted.split(",", -1)).map(Integer::valueOf).toList());
    }

    private Dashboard read(Context ctx) {
        var dashboard = ShareToken.read(ctx.pathParam("token"), dashboards, clock.instant())
                .orElseThrow(() -> Problem.notFound("This link leads nowhere, or no longer."));
        Access.enter(ctx, new Principal(dashboard.tenantId(), "link", Set.of()));
        return dashboard;
    }
}
