package com.nexusai.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TraceHeadersTest {
    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void shouldCarryTraceFromOneServiceToTheNext() {
        var trace = TraceContext.fresh();
        var headers = TraceHeaders.write(new RecordHeaders(), trace, "order-7");

        assertThat(TraceHeaders.read(headers).traceId()).isEqualTo(trace.traceId());
        assertThat(TraceHeaders.correlationId(headers)).isEqualTo("order-7");
    }

    @Test
    void shouldReplaceWhatWasThere() {
        var headers = TraceHeaders.write(new RecordHeaders(), TraceContext.fresh(), "a");
        var second = TraceContext.fresh();

        TraceHeaders.write(headers, second, "b");

        assertThat(headers.headers("traceparent")).hasSize(1);
        assertThat(TraceHeaders.read(headers).traceId()).isEqualTo(second.traceId());
        assertThat(TraceHeaders.correlationId(headers)).isEqualTo("b");
    }

    @Test
    void shouldTellLogsWhileScopeIsOpen() {
        var trace = TraceContext.fresh();
        var headers = TraceHeaders.write(new RecordHeaders(), trace, "order-7");

        try (var _ = TraceScope.open(TraceContext.fresh(), null)) {
            var outer = MDC.get("traceId");
            try (var _ = TraceHeaders.scope(headers)) {
                assertThat(MDC.get("traceId")).isEqualTo(trace.traceId());
                assertThat(MDC.get("correlationId")).isEqualTo("order-7");
                assertThat(TraceScope.current().traceId()).isEqualTo(trace.traceId());
            }
            assertThat(MDC.get("traceId")).isEqualTo(outer);
            assertThat(MDC.get("correlationId")).isNull();
        }
        assertThat(MDC.get("traceId")).isNull();
    }

    @Property
    void shouldAcceptCorrelationIdsOnlyWhenHarmless(@ForAll String given) {
        var accepted = CorrelationId.accept(given);

        if (accepted != null) {
            assertThat(accepted).isEqualTo(given).matches("[!-~]{1,128}").doesNotContain("\"", "<", ">", "\\");
        }
    }

    @Test
    void shouldBeginTraceWhenHeaderIsGarbage() {
        var headers = new RecordHeaders().add("traceparent", "nonsense".getBytes(StandardCharsets.UTF_8));

        assertThat(TraceHeaders.read(headers).traceId()).hasSize(32);
        assertThat(TraceHeaders.read(new RecordHeaders().add("traceparent", null))
                        .traceId())
                .hasSize(32);
    }
}
