package com.nexusai.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
    private static final String VALID = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void shouldReadWhatItWrites() {
        var trace = TraceContext.fresh();

        assertThat(TraceContext.parse(trace.traceparent())).hasValue(trace);
        assertThat(TraceContext.parse(VALID).orElseThrow().traceparent()).isEqualTo(VALID);
    }

    @Test
    void shouldKeepTraceAndChangeSpanWhenChild() {
        var trace = TraceContext.parse(VALID).orElseThrow();

        var child = trace.child();

        assertThat(child.traceId()).isEqualTo(trace.traceId());
        assertThat(child.spanId()).isNotEqualTo(trace.spanId());
        assertThat(child.sampled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
                "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473x-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x"
            })
    void shouldRefuseWhenNotValid(String header) {
        assertThat(TraceContext.parse(header)).isEmpty();
    }

    @Test
    void shouldReadLaterVersionsAsFarAsItUnderstandsThem() {
        assertThat(TraceContext.parse("cc" + VALID.substring(2) + "-what-comes"))
                .isPresent();
    }

    @Test
    void shouldBeginTraceWhenHeaderIsMissing() {
        assertThat(TraceContext.continued(null).traceId()).hasSize(32);
    }

    @Property
    void shouldNeverThrow(@ForAll String header) {
        assertThatCode(() -> TraceContext.continued(header)).doesNotThrowAnyException();
    }

    @Property
    void shouldAcceptOnlyWhatItCanRepeat(@ForAll long high, @ForAll long low, @ForAll long span, @ForAll byte flags) {
        var header = String.format(Locale.ROOT, "00-%016x%016x-%016x-%02x", high, low, span, flags);

        var trace = TraceContext.parse(header);

        assertThat(trace.isPresent()).isEqualTo((high | low) != 0 && span != 0);
        trace.ifPresent(
                found -> assertThat(header).startsWith(found.traceparent().substring(0, 52)));
    }
}
