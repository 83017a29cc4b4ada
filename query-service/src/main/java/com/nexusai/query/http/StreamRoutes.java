package com.nexusai.query.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.engine.Engine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes as they come, by server-sent events. A stream looks at the stores a few times a second, so that what an
 * instance keeps for it is only what it has told last.
 */
final class StreamRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(StreamRoutes.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(15);
    private static final long RETRY_MILLIS = 1_000;
    private static final int MOST_WINDOWS_BACK = 60;
    private static final int USUAL_SECONDS = 300;
    private static final int MOST_SECONDS = 3_600;
    private static final int UNAVAILABLE = 503;

    private final Engine engine;
    private final OpenStreams streams;
    private final Clock clock;

    StreamRoutes(Engine engine, OpenStreams streams, Clock clock) {
        this.engine = engine;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/analytics/stream", this::stream, Scope.READ);
    }

    private void stream(Context ctx) throws IOException {
        var parameters = Parameters.of(ctx, "metrics", "granularity", "dimensions", "seconds");
        var request = StreamRequest.of(parameters);
        int seconds = parameters.integer("seconds", USUAL_SECONDS, 1, MOST_SECONDS);
        var since = lastEvent(ctx.header("Last-Event-ID"));
        var caller = KeyedAnswers.caller(ctx);
        streams.enter(caller.tenantId());
        try {
            var now = clock.instant();
            var oldest = request.granularity().back(request.granularity().start(now), MOST_WINDOWS_BACK);
            boolean tooLongAway = since != null && since.isBefore(oldest);
            var from = since == null || tooLongAway ? now : since;
            var cells = new LiveCells(engine, caller, request, from);
            // before anything is sent, while there is still a status to tell a wrong question with
            var first = cells.look(now);
            var out = open(ctx);
            if (tooLongAway) {
                out.event(id(first.position()), "resync", Map.of());
            }
            tell(out, first);
            follow(out, cells, System.nanoTime() + Duration.ofSeconds(seconds).toNanos(), caller);
        } finally {
            streams.leave(caller.tenantId());
        }
    }

    private EventStream open(Context ctx) throws IOException {
        ctx.contentType("text/event-stream;charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
        // past the compression of answers, which would hold events back
        var out = new EventStream(ctx.res().getOutputStream());
        out.retry(RETRY_MILLIS);
        return out;
    }

    private void follow(EventStream out, LiveCells cells, long until, Caller caller) {
        long signAt = System.nanoTime() + BETWEEN_SIGNS.toNanos();
        try {
            while (!streams.closing() && System.nanoTime() < until) {
                Thread.sleep(BETWEEN_LOOKS);
                boolean told = tell(out, look(cells));
                if (!told && System.nanoTime() > signAt) {
                    out.comment("here");
                }
                if (told || System.nanoTime() > signAt) {
                    signAt = System.nanoTime() + BETWEEN_SIGNS.toNanos();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            LOG.debug("A stream of {} has ended", caller.tenantId(), gone);
        }
    }

    /** While copies move there is nothing to tell; the next look may find them. */
    private LiveCells.@Nullable Look look(LiveCells cells) {
        try {
            return cells.look(clock.instant());
        } catch (Problem problem) {
            if (problem.status() != UNAVAILABLE) {
                throw problem;
            }
            return null;
        }
    }

    private static boolean tell(EventStream out, LiveCells.@Nullable Look look) throws IOException {
        if (look == null || look.changes().isEmpty()) {
            return false;
        }
        for (var change : look.changes()) {
            out.event(id(look.position()), "cell", change);
        }
        return true;
    }

    private static String id(Instant position) {
        return Long.toString(position.toEpochMilli());
    }

    private static @Nullable Instant lastEvent(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        if (!id.matches("\\d{1,15}")) {
            throw Problem.invalid("Last-Event-ID", "'" + id + "' is not the id of an event of a stream.");
        }
        return Instant.ofEpochMilli(Long.parseLong(id));
    }
}
