package com.nexusai.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthTest {
    private final Health health = new Health();

    @Test
    void shouldBeUpWhenNothingSaysOtherwise() {
        assertThat(health.full().up()).isTrue();
    }

    @Test
    void shouldBeAliveAndNotReadyWhenStillLoading() {
        health.alive(HealthCheck.of("store", () -> Status.UP)).ready(HealthCheck.of("store", () -> Status.of(false)));

        assertThat(health.liveness().up()).isTrue();
        assertThat(health.readiness().up()).isFalse();
        assertThat(health.full().checks().get("store").up()).isFalse();
    }

    @Test
    void shouldNotBeReadyOnceStopping() {
        health.stopping();

        assertThat(health.readiness().up()).isFalse();
        assertThat(health.liveness().up()).isTrue();
    }

    @Test
    void shouldBeDownWhenACheckThrows() {
        health.alive(HealthCheck.of("broken", () -> {
            throw new IllegalStateException("no idea");
        }));

        var report = health.liveness();

        assertThat(report.up()).isFalse();
        assertThat(report.checks().get("broken").details()).containsValue("java.lang.IllegalStateException: no idea");
    }

    @Test
    void shouldStayUpWhenOnlyANeighbourIsAway() {
        health.inform(HealthCheck.of("clickhouse", () -> Status.down("connection refused")));

        assertThat(health.full().up()).isTrue();
        assertThat(health.full().checks().get("clickhouse").up()).isFalse();
    }
}
