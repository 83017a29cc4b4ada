package com.nexusai.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.kit.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlownessGuardTest {
    private long now;

    private final SlownessGuard guard = new SlownessGuard(new ByteArrayInputStream(new byte[1_000_000]), () -> now);

    @Test
    void shouldWaitForASmallBodyOnASlowLine() throws IOException {
        now += Duration.ofSeconds(9).toNanos();

        assertThat(guard.read(new byte[10])).isEqualTo(10);
    }

    @Test
    void shouldRefuseWhenBytesTrickle() throws IOException {
        guard.read(new byte[100]);
        now += Duration.ofSeconds(11).toNanos();

        assertThatThrownBy(guard::read)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(408));
    }

    @Test
    void shouldNotMindHowLongItTakesWhenMuchComes() throws IOException {
        now += Duration.ofSeconds(60).toNanos();

        assertThat(guard.read(new byte[500_000])).isEqualTo(500_000);
    }
}
