package com.nexusai.ingest.http;

import com.nexusai.ingest.gate.DoorUnavailable;
import com.nexusai.ingest.gate.EventGate;
import com.nexusai.ingest.gate.TooManyEvents;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.event.MalformedEvent;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events in and answers for each, once Kafka has them. */
final class TrackHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TrackHandler.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final String SOURCE = "http";

    private final EventGate gate;

    TrackHandler(EventGate gate) {
        this.gate = gate;
    }

    void track(Context ctx) {
        try {
            var receipts = gate.admit(Senders.of(ctx), RequestBody.bytes(ctx), SOURCE);
            ctx.status(HttpStatus.ACCEPTED).json(TrackView.of(receipts));
        } catch (MalformedEvent malformed) {
            throw Problem.malformed("The body " + malformed.problem() + ".");
        } catch (TooManyEvents many) {
            throw Problem.tooLarge(String.valueOf(many.getMessage()));
        } catch (DoorUnavailable away) {
            LOG.warn("Events were not acknowledged", away);
            throw Problem.unavailable(
                    "Kafka did not acknowledge the events. Send them again with the same event ids; what has arrived"
                            + " already is not counted twice.",
                    RETRY_AFTER);
        }
    }
}
