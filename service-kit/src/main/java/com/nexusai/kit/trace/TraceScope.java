package com.nexusai.kit.trace;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** While open, what this thread logs carries the trace and correlation ids. Scopes nest. */
public final class TraceScope implements AutoCloseable {
    public static final String TRACE_ID = "traceId";
    public static final String SPAN_ID = "spanId";
    public static final String CORRELATION_ID = "correlationId";

    private final @Nullable String traceId = MDC.get(TRACE_ID);
    private final @Nullable String spanId = MDC.get(SPAN_ID);
    private final @Nullable String correlationId = MDC.get(CORRELATION_ID);

    private TraceScope() {}

    public static TraceScope open(TraceContext trace, @Nullable String correlationId) {
        var scope = new TraceScope();
        MDC.put(TRACE_ID, trace.traceId());
        MDC.put(SPAN_ID, trace.spanId());
        put(CORRELATION_ID, correlationId);
        return scope;
    }

    /** The trace that this thread works on; a fresh one when it works on none. */
    public static TraceContext current() {
        var traceId = MDC.get(TRACE_ID);
        var spanId = MDC.get(SPAN_ID);
        return traceId == null || spanId == null ? TraceContext.fresh() : new TraceContext(traceId, spanId, true);
    }

    public static @Nullable String currentCorrelationId() {
        return MDC.get(CORRELATION_ID);
    }

    @Override
    public void close() {
        put(TRACE_ID, traceId);
        put(SPAN_ID, spanId);
        put(CORRELATION_ID, correlationId);
    }

    private static void put(String name, @Nullable String value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value);
        }
    }
}
