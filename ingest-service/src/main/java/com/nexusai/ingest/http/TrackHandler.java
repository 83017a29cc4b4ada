package com.nexusai.ingest.http;

import com.nexusai.ingest.gate.Batch;
import com.nexusai.ingest.gate.Cut;
import com.nexusai.ingest.gate.Lines;
import com.nexusai.ingest.gate.Receipt;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.rejection.Rejection;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes events in and answers for each, once Kafka has them. */
final class TrackHandler {
    private static final String SOURCE = "http";
    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    private final Admissions admissions;
    private final Callers callers;

    TrackHandler(Admissions admissions, Callers callers) {
        this.admissions = admissions;
        this.callers = callers;
    }

    void track(Context ctx) {
        callers.enter(ctx, ctx.queryParam("writeKey"));
        admissions.begin(ctx);
        var body = RequestBody.bytes(ctx);
        try {
            var cut = isLines(ctx) ? Lines.cut(body) : Batch.cut(body, "events");
            var receipts = admissions.admit(ctx, cut.events(), SOURCE);
            refuseBare(cut, receipts);
            ctx.status(HttpStatus.ACCEPTED).json(TrackView.of(receipts));
        } catch (MalformedEvent malformed) {
            throw Problem.malformed("The body " + malformed.problem() + ".");
        }
    }

    /** Where the body is one event whose bytes can never be right, the request was wrong, and its status says so. */
    private static void refuseBare(Cut cut, List<Receipt> receipts) {
        if (!cut.bare() || !(receipts.getFirst() instanceof Receipt.Rejected(String eventId, Rejection why))) {
            return;
        }
        var problem = switch (why.code()) {
            case TOO_LARGE -> Problem.tooLarge(why.detail());
            case MALFORMED, TOO_DEEP, INVALID_FIELD ->
                Problem.badRequest("rejected-event", "The event cannot be accepted", why.detail(), why.field());
            default -> null;
        };
        if (problem != null) {
            throw problem.with("code", why.code().code()).with("eventId", eventId);
        }
    }

    private static boolean isLines(Context ctx) {
        var type = ctx.contentType();
        return type != null
                && LINES.contains(type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip());
    }
}
