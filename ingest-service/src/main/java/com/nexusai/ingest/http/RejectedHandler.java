package com.nexusai.ingest.http;

import com.nexusai.ingest.rejected.Mending;
import com.nexusai.ingest.rejected.RejectedEntry;
import com.nexusai.ingest.rejected.RejectedFilter;
import com.nexusai.ingest.rejected.RejectedId;
import com.nexusai.ingest.rejected.Workbench;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.event.EventTime;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rejected events of the caller's tenant: found, looked at, mended and sent on. */
final class RejectedHandler {
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 1_000;

    private final Workbench workbench;

    RejectedHandler(Workbench workbench) {
        this.workbench = workbench;
    }

    void list(Context ctx) {
        int limit = limit(ctx.queryParam("limit"));
        var after = ctx.queryParam("after");
        var entries = workbench
                .shelf()
                .newest(Access.tenant(ctx), filter(ctx), after == null ? null : entry(ctx, after), limit);
        var page = new LinkedHashMap<String, Object>();
        page.put("events", entries.stream().map(this::view).toList());
        if (entries.size() == limit) {
            page.put("next", entries.getLast().id().text());
        }
        ctx.json(page);
    }

    void groups(Context ctx) {
        ctx.json(Map.of("groups", workbench.shelf().groups(Access.tenant(ctx), filter(ctx))));
    }

    void get(Context ctx) {
        var entry = entry(ctx);
        var raw = workbench.raw(entry);
        if (raw == null) {
            throw gone();
        }
        ctx.json(RejectedView.Whole.of(view(entry), raw));
    }

    /** What the door would say to it today. */
    void tryOne(Context ctx) {
        var entry = entry(ctx);
        var outcome = workbench.tryOne(entry, body(ctx).mending());
        if (outcome == null) {
            throw gone();
        }
        ctx.json(RejectedView.Judged.of(entry, outcome.verdict(), "accepted"));
    }

    void resubmitOne(Context ctx) {
        var entry = entry(ctx);
        var results = workbench.resubmit(
                List.of(entry), body(ctx).mending(), Access.of(ctx).subject());
        if (results.isEmpty()) {
            throw gone();
        }
        var judged = judged(results.getFirst());
        if (judged.status().equals("rejected")) {
            var problem = Problem.of(
                            422, "still-rejected", "The event is not good yet", String.valueOf(judged.detail()))
                    .with("code", String.valueOf(judged.code()));
            throw judged.field() == null ? problem : problem.with("field", judged.field());
        }
        ctx.status(HttpStatus.ACCEPTED).json(judged);
    }

    /** The oldest of a group that have not been sent on; {@code next} leads to those behind them. */
    void resubmitGroup(Context ctx) {
        var request = body(ctx);
        if (request.event() != null) {
            throw Problem.invalid("event", "stands for one event; a group takes a patch");
        }
        if (request.code() == null) {
            throw Problem.invalid("code", "is missing; it says which events are meant");
        }
        var filter = new RejectedFilter(request.code(), request.source(), request.producer(), null, null, false);
        int limit = limit(request.limit() == null ? null : request.limit().toString());
        var after = request.after() == null ? null : entry(ctx, request.after());
        var entries = workbench.shelf().oldest(Access.tenant(ctx), filter, after, limit);
        var next = entries.size() == limit ? entries.getLast().id().text() : null;
        if (request.dryRun()) {
            ctx.json(summary(tryAll(entries, request.mending()), next));
            return;
        }
        var results =
                workbench.resubmit(entries, request.mending(), Access.of(ctx).subject());
        ctx.status(HttpStatus.ACCEPTED)
                .json(summary(results.stream().map(RejectedHandler::judged).toList(), next));
    }

    private List<RejectedView.Judged> tryAll(List<RejectedEntry> entries, Mending mending) {
        var results = new ArrayList<RejectedView.Judged>();
        workbench
                .tryAll(entries, mending)
                .forEach((entry, outcome) -> results.add(RejectedView.Judged.of(entry, outcome.verdict(), "accepted")));
        return results;
    }

    private static RejectedView.Judged judged(Workbench.Result result) {
        return RejectedView.Judged.of(
                result.entry(), result.outcome().verdict(), result.sent() ? "resubmitted" : "already-resubmitted");
    }

    private static Map<String, Object> summary(List<RejectedView.Judged> results, @Nullable String next) {
        long bad = results.stream()
                .filter(result -> result.status().equals("rejected"))
                .count();
        var summary = new LinkedHashMap<String, Object>();
        summary.put("good", results.size() - bad);
        summary.put("rejected", bad);
        summary.put("results", results);
        if (next != null) {
            summary.put("next", next);
        }
        return summary;
    }

    private RejectedView view(RejectedEntry entry) {
        return RejectedView.of(entry, workbench.shelf().isResubmitted(entry.id()));
    }

    private RejectedEntry entry(Context ctx) {
        return entry(ctx, ctx.pathParam("id"));
    }

    private RejectedEntry entry(Context ctx, String id) {
        return RejectedId.parse(id)
                .map(parsed -> workbench.shelf().find(Access.tenant(ctx), parsed))
                .orElseThrow(() -> Problem.notFound("There is no rejected event '" + id + "'."));
    }

    private static MendingRequest body(Context ctx) {
        return ctx.contentLength() == 0
                ? new MendingRequest(null, null, false, null, null, null, false, null, null)
                : RequestBody.json(ctx, MendingRequest.class);
    }

    private static RejectedFilter filter(Context ctx) {
        var resubmitted = ctx.queryParam("resubmitted");
        return new RejectedFilter(
                ctx.queryParam("code"),
                ctx.queryParam("source"),
                ctx.queryParam("producer"),
                time(ctx, "from"),
                time(ctx, "to"),
                resubmitted == null ? null : Boolean.valueOf(resubmitted));
    }

    private static @Nullable Instant time(Context ctx, String name) {
        var text = ctx.queryParam(name);
        try {
            return text == null ? null : EventTime.parse(text);
        } catch (DateTimeException noTime) {
            throw Problem.invalid(name, "is not a time; use ISO-8601 with an offset, such as 2026-01-31T09:30:00Z");
        }
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null ? PAGE : Integer.parseInt(text);
            if (limit >= 1 && limit <= LONGEST_PAGE) {
                return limit;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw Problem.invalid("limit", "is a number from 1 to " + LONGEST_PAGE);
    }

    private static Problem gone() {
        return Problem.notFound("The topic no longer has the event.");
    }
}
