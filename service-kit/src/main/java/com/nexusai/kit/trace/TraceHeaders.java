package com.nexusai.kit.trace;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Trace and correlation ids on Kafka records. A processor forwards its record's headers as they are and pays nothing;
 * only where something is worth a log line does it open the scope.
 */
public final class TraceHeaders {
    private TraceHeaders() {}

    /** Writes the step that produces the record, so that its reader's steps become children of it. */
    public static Headers write(Headers headers, TraceContext trace, @Nullable String correlationId) {
        replace(headers, TraceContext.HEADER, trace.traceparent());
        if (correlationId != null) {
            replace(headers, CorrelationId.KAFKA_HEADER, correlationId);
        }
        return headers;
    }

    /** The record's trace, in a step of our own. */
    public static TraceContext read(Headers headers) {
        return TraceContext.continued(text(headers, TraceContext.HEADER));
    }

    public static @Nullable String correlationId(Headers headers) {
        return CorrelationId.accept(text(headers, CorrelationId.KAFKA_HEADER));
    }

    /** For the rare path that logs: {@code try (var _ = TraceHeaders.scope(record.headers())) { LOG.warn(…); }}. */
    public static TraceScope scope(Headers headers) {
        return TraceScope.open(read(headers), correlationId(headers));
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
