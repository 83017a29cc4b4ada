package com.nexusai.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {
    private final Lifecycle lifecycle = new Lifecycle();
    private final AtomicBoolean closed = new AtomicBoolean();

    @Test
    void shouldRunWhenWiringSucceeds() {
        var code = ServiceProcess.start("test", (parts, env) -> parts.closeLater(this::close), lifecycle, Map.of());

        assertThat(code).isZero();
        assertThat(closed).isFalse();
    }

    @Test
    void shouldExitWith78WhenConfigurationIsWrong() {
        var code = ServiceProcess.start(
                "test",
                (parts, env) -> {
                    parts.closeLater(this::close);
                    env.integer("PORT", 1, 1, 2);
                    env.check();
                },
                lifecycle,
                Map.of("PORT", "many"));

        assertThat(code).isEqualTo(78);
        assertThat(closed).isTrue();
    }

    @Test
    void shouldCloseWhatWasStartedWhenLaterPartFails() {
        var code = ServiceProcess.start(
                "test",
                (parts, env) -> {
                    parts.closeLater(this::close);
                    throw new java.io.IOException("port taken");
                },
                lifecycle,
                Map.of());

        assertThat(code).isEqualTo(1);
        assertThat(closed).isTrue();
    }

    private void close() {
        closed.set(true);
    }
}
