package com.nexusai.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ReplacementBudgetTest {
    private Instant now = Instant.EPOCH;
    private final ReplacementBudget budget = new ReplacementBudget(2, Duration.ofMinutes(10), () -> now);

    @Test
    void shouldRunOutWhenSpentTooFast() {
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void shouldRecoverWithTime() {
        budget.spend();
        budget.spend();
        now = now.plus(Duration.ofMinutes(11));

        assertThat(budget.spend()).isTrue();
    }

    @Test
    void shouldReplaceThreadsWhileItLastsAndStopThen() {
        var meters = new SimpleMeterRegistry();
        var failures = new ThreadFailures(budget, meters);
        var broker = new TimeoutException("broker away");

        assertThat(failures.handle(broker)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.handle(broker)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.handle(broker)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(meters.counter("fleet.streams.threads.failed", "response", "replaced")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void shouldStopAtOnceWhenFailureWillNotPass() {
        var failures = new ThreadFailures(budget, new SimpleMeterRegistry());

        assertThat(failures.handle(new NullPointerException()))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    }
}
