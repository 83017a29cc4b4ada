package com.nexusai.query.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.dashboard.Dashboards;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.engine.Engine;
import com.nexusai.query.report.Report;
import com.nexusai.query.report.ReportFormat;
import com.nexusai.query.report.Table;
import com.nexusai.schema.dashboard.Widget;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers as files. All of them are asked before the first byte goes out, so a file is whole or there is none. */
final class ReportRoutes implements Routes {
    private static final String API = "/api/v1/analytics/";
    private static final int OF_A_TENANT = 2;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Engine engine;
    private final WidgetAnswers widgets;
    private final Dashboards dashboards;
    private final Clock clock;
    private final OpenExports open = new OpenExports(OF_A_TENANT);

    ReportRoutes(Engine engine, WidgetAnswers widgets, Dashboards dashboards, Clock clock) {
        this.engine = engine;
        this.widgets = widgets;
        this.dashboards = dashboards;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(API + "dashboards/{id}/report", this::dashboard, Scope.READ);
        routes.post(API + "reports", this::question, Scope.READ);
    }

    /** @param question as {@code POST query} takes it */
    record Draft(
            @Nullable String title,
            @Nullable String format,
            @Nullable JsonNode question) {}

    private void question(Context ctx) throws IOException {
        Parameters.of(ctx);
        var draft = RequestBody.json(ctx, Draft.class);
        var format = format(Objects.requireNonNullElse(draft.format(), "csv"));
        if (draft.question() == null) {
            throw Problem.invalid("question", "is missing; it is what POST query takes.");
        }
        var question = QuestionReader.read(draft.question(), clock.instant());
        var title = Objects.requireNonNullElse(draft.title(), "Report");
        send(ctx, format, "report", () -> {
            var answer = engine.answer(KeyedAnswers.caller(ctx), question);
            return new Report(title, clock.instant(), List.of(ReportTables.of(title, answer)));
        });
    }

    private void dashboard(Context ctx) throws IOException {
        var format = format(Parameters.of(ctx, "format").text("format").orElse("pdf"));
        var dashboard = dashboards
                .find(Access.tenant(ctx), ctx.pathParam("id"))
                .orElseThrow(() -> Problem.notFound("There is no such dashboard."));
        var caller = KeyedAnswers.caller(ctx);
        send(ctx, format, "dashboard-" + dashboard.id(), () -> {
            var tables = new ArrayList<Table>();
            dashboard.layout().widgets().stream()
                    .sorted(Comparator.comparingInt(Widget::y).thenComparingInt(Widget::x))
                    .forEach(widget -> tables.add(table(caller, widget)));
            return new Report(dashboard.title(), clock.instant(), tables);
        });
    }

    private Table table(Caller caller, Widget widget) {
        var title = widget.title() == null || widget.title().isBlank() ? widget.type() : widget.title();
        if (widget.type().equals("text")) {
            return Table.of(title, Objects.requireNonNullElse(widget.text(), ""));
        }
        try {
            return ReportTables.of(title, widgets.answer(caller, widget));
        } catch (Problem problem) {
            // a widget that asks something impossible does so on the page too; what is away now makes no half report
            if (problem.status() != BAD_REQUEST && problem.status() != NOT_FOUND) {
                throw problem;
            }
            return Table.of(title, "This could not be answered: " + problem.detail());
        }
    }

    private interface Making {
        Report report();
    }

    private void send(Context ctx, ReportFormat format, String name, Making making) throws IOException {
        var tenant = Access.tenant(ctx);
        open.enter(tenant);
        try {
            var report = making.report();
            var file = new ByteArrayOutputStream();
            format.write(report, file);
            var day = report.madeAt().toString().substring(0, 10);
            ctx.header("Cache-Control", "no-store")
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"" + name + "-" + day + "." + format.extension() + "\"")
                    .contentType(format.contentType())
                    .result(file.toByteArray());
        } finally {
            open.leave(tenant);
        }
    }

    private static ReportFormat format(String word) {
        return ReportFormat.of(word)
                .orElseThrow(() -> Problem.invalid("format", "'" + word + "' is none of csv, xlsx, pdf."));
    }
}
