package com.nexusai.ingest.http;

import com.nexusai.ingest.gate.Receipt;
import com.nexusai.ingest.protocol.Protocol;
import com.nexusai.ingest.protocol.WireRequest;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.rejection.RejectionCode;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;

/** Takes what an SDK sends and tells it what it wants to hear, once Kafka has it. */
final class ProtocolHandler {
    private final List<Protocol> speakers;
    private final Admissions admissions;
    private final Callers callers;
    private final InstantSource clock;

    ProtocolHandler(List<Protocol> speakers, Admissions admissions, Callers callers, InstantSource clock) {
        this.speakers = speakers;
        this.admissions = admissions;
        this.callers = callers;
        this.clock = clock;
    }

    void take(Context ctx) {
        var request = request(ctx);
        try {
            if (request.carriesCredential()) {
                // before the body is read: what a stranger sends is not worth it
                callers.enter(ctx, request.queryKey());
                admissions.begin(ctx);
            }
            var protocol = speaker(request);
            if (!request.carriesCredential()) {
                callers.enterByKey(ctx, protocol.key(request));
                admissions.begin(ctx);
            }
            refuseTooLarge(admissions.admit(ctx, protocol.read(request), protocol.source()));
            var answer = protocol.answer(request);
            ctx.status(answer.status()).header("Cache-Control", "no-store").result(answer.body());
            ctx.contentType(answer.contentType());
        } catch (MalformedEvent malformed) {
            throw Problem.malformed(
                    malformed.field() == null
                            ? "The body " + malformed.problem() + "."
                            : "The body's field '" + malformed.field() + "' " + malformed.problem() + ".");
        }
    }

    private Protocol speaker(WireRequest request) throws MalformedEvent {
        for (var speaker : speakers) {
            if (speakers.size() == 1 || speaker.speaks(request)) {
                return speaker;
            }
        }
        throw new MalformedEvent(null, "is of no protocol that is spoken here");
    }

    /** The one kind that is not kept, so the sender has to know. Its neighbours are in Kafka, and may come again. */
    private static void refuseTooLarge(List<Receipt> receipts) {
        for (var receipt : receipts) {
            if (receipt instanceof Receipt.Rejected(var eventId, var why) && why.code() == RejectionCode.TOO_LARGE) {
                throw Problem.tooLarge(why.detail())
                        .with("code", why.code().code())
                        .with("eventId", eventId);
            }
        }
    }

    private WireRequest request(Context ctx) {
        var query = new HashMap<String, String>();
        ctx.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
        return new WireRequest(ctx.path(), query, ctx.headerMap(), () -> RequestBody.unpacked(ctx), clock.instant());
    }
}
