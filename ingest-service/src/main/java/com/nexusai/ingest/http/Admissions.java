package com.nexusai.ingest.http;

import com.nexusai.ingest.gate.DoorUnavailable;
import com.nexusai.ingest.gate.EventGate;
import com.nexusai.ingest.gate.Receipt;
import com.nexusai.ingest.gate.TenantShares.ShareTaken;
import com.nexusai.ingest.gate.TooManyEvents;
import com.nexusai.ingest.limit.Throttle;
import com.nexusai.kit.problem.Problem;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate as every route uses it: what it refuses becomes the problem that the caller reads. */
public final class Admissions {
    private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final EventGate gate;
    private final Throttling throttling;

    public Admissions(EventGate gate, Throttle throttle) {
        this.gate = gate;
        this.throttling = new Throttling(throttle);
    }

    /** Once the caller is known, and before its body is read. */
    void begin(Context ctx) {
        throttling.request(ctx);
    }

    /** @return once Kafka has them all */
    List<Receipt> admit(Context ctx, List<byte[]> events, String source) {
        throttling.events(ctx, events.size());
        try {
            return gate.admit(Senders.of(ctx), events, source);
        } catch (TooManyEvents many) {
            throw Problem.tooLarge(String.valueOf(many.getMessage()));
        } catch (ShareTaken taken) {
            throw full(taken);
        } catch (DoorUnavailable away) {
            LOG.warn("Events were not acknowledged", away);
            throw Problem.unavailable(
                    "Kafka did not acknowledge the events. Send them again with the same event ids; what has arrived"
                            + " already is not counted twice.",
                    RETRY_AFTER);
        }
    }

    /** The tenant's own doing is a 429, what all do together a 503. */
    private static Problem full(ShareTaken taken) {
        return taken.isTenants()
                ? Problem.of(
                                429,
                                "too-much-in-flight",
                                "Too much is sent",
                                "So many events of the tenant are on their way to Kafka that no more may come.")
                        .header("Retry-After", "1")
                : Problem.unavailable("So many events are on their way to Kafka that no more may come.", RETRY_AFTER);
    }
}
