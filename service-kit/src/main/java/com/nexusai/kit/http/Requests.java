package com.nexusai.kit.http;

import com.nexusai.kit.trace.CorrelationId;
import com.nexusai.kit.trace.TraceContext;
import com.nexusai.kit.trace.TraceScope;
import io.javalin.http.Context;
import org.slf4j.MDC;

/** Begins each request: its trace and correlation ids, in the log and on the answer. */
final class Requests {
    private Requests() {}

    static void begin(Context ctx) {
        MDC.clear();
        var trace = TraceContext.continued(ctx.header(TraceContext.HEADER));
        var correlationId = CorrelationId.accept(ctx.header(CorrelationId.HTTP_HEADER));
        TraceScope.open(trace, correlationId);
        ctx.header(TraceContext.HEADER, trace.traceparent());
        ctx.header("X-Content-Type-Options", "nosniff");
        if (correlationId != null) {
            ctx.header(CorrelationId.HTTP_HEADER, correlationId);
        }
    }

    static void end() {
        MDC.clear();
    }
}
