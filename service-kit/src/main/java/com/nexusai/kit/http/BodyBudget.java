package com.nexusai.kit.http;

import com.nexusai.kit.problem.Problem;
import io.javalin.config.Key;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** What the bodies of all requests may hold together: threads are without number here, and the heap is not. */
final class BodyBudget {
    static final Key<BodyBudget> KEY = new Key<>("body-budget");

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long limit, MeterRegistry meters) {
        this.limit = limit;
        Gauge.builder("http.server.body.inflight", taken, AtomicLong::get)
                .description("Decompressed bytes of the bodies of requests that have not ended")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
    }

    /** What is read of the stream counts until Jetty is done with the request, however that ends. */
    InputStream charge(Context ctx, InputStream body) {
        var share = new BodyShare(this);
        var request = ServletContextRequest.getServletContextRequest(ctx.req());
        Request.addCompletionListener(request, failure -> share.end());
        return new ChargedStream(body, share);
    }

    /** @throws Problem at once when there is not so much left: waiting would hold what others wait for */
    void take(long bytes) {
        var before = taken.getAndUpdate(now -> fits(now, bytes) ? now + bytes : now);
        if (!fits(before, bytes)) {
            throw Problem.unavailable("Too many bytes of request bodies are being handled.", Duration.ofSeconds(1));
        }
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    private boolean fits(long now, long more) {
        return now + more <= limit;
    }
}
