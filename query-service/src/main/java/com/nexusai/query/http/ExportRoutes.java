package com.nexusai.query.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.StoredEvent;
import com.nexusai.query.engine.EventWalk;
import com.nexusai.query.engine.HistoryDesk;
import com.nexusai.query.engine.Patience;
import com.nexusai.query.store.History;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events as a file, page by page: what is held in memory is one page, however long the file is, and a turn at history
 * is taken for as long as a page takes, however slow the reader is.
 */
final class ExportRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(ExportRoutes.class);
    private static final int USUAL_EVENTS = 100_000;
    private static final int MOST_EVENTS = 1_000_000;
    private static final int ABORT = -1;
    private static final int OF_A_TENANT = 2;

    private final History history;
    private final HistoryDesk desk;
    private final Patience patience;
    private final Clock clock;
    private final OpenExports open = new OpenExports(OF_A_TENANT);

    ExportRoutes(History history, HistoryDesk desk, Patience patience, Clock clock) {
        this.history = history;
        this.desk = desk;
        this.patience = patience;
        this.clock = clock;
    }

    static Patience usualPatience() {
        return new Patience(20, Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/analytics/events/export", this::export, Scope.READ);
    }

    private void export(Context ctx) throws IOException {
        var parameters = Parameters.of(ctx, "from", "to", "type", "userId", "filter", "limit", "format");
        int most = parameters.integer("limit", USUAL_EVENTS, 1, MOST_EVENTS);
        var format = EventFormat.of(parameters.text("format").orElse(null), ctx.header("Accept"));
        var question = EventRoutes.question(ctx, parameters, EventRoutes.range(parameters, clock.instant()));
        var tenant = Access.tenant(ctx);
        open.enter(tenant);
        try {
            // the first page comes before anything is sent, while there is still a status to tell a failure with
            var meta = desk.ask(tenant, known -> known);
            var walk = new EventWalk(
                    (asked, after, limit) ->
                            patience.ask(() -> desk.goOn(tenant, () -> history.events(asked, after, limit))),
                    question,
                    most);
            var first = walk.next();
            head(ctx, format, question, meta);
            write(ctx, format, walk, first);
        } finally {
            open.leave(tenant);
        }
    }

    private static void head(Context ctx, EventFormat format, EventQuestion question, Meta meta) {
        var day = question.range().from().toString().substring(0, 10);
        ctx.contentType(format.contentType())
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"events-" + day + "." + format.extension() + "\"");
        if (meta.asOf() != null) {
            ctx.header("X-Data-As-Of", meta.asOf().toString());
        }
    }

    private static void write(Context ctx, EventFormat format, EventWalk walk, List<StoredEvent> first)
            throws IOException {
        try {
            var out = ctx.outputStream();
            write(out, format.head());
            for (var events = first; !events.isEmpty(); events = walk.next()) {
                for (var event : events) {
                    write(out, format.line(event));
                }
            }
        } catch (Problem away) {
            // what was sent looks like a whole file, so the connection is broken off: that a client notices
            LOG.warn("an export is broken off: {}", away.detail());
            ctx.res().sendError(ABORT);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
