package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PendingKeyTest {
    @Test
    void shouldSortByTime() {
        var early = new PendingKey("acme", Instant.ofEpochMilli(999), "z").text();
        var late = new PendingKey("acme", Instant.ofEpochMilli(1_000), "a").text();

        assertThat(early).isLessThan(late);
    }

    @Test
    void shouldGiveBackContentIdWhenItHasSlashes() {
        var key = new PendingKey("acme", Instant.EPOCH, "chat/7/42").text();

        assertThat(PendingKey.contentIdOf("acme", key)).isEqualTo("chat/7/42");
    }

    @Test
    void shouldNotBeAnotherTenants() {
        var key = new PendingKey("acme", Instant.EPOCH, "1").text();

        assertThat(PendingKey.isOf("acme", key)).isTrue();
        assertThat(PendingKey.isOf("acm", key)).isFalse();
        assertThat(PendingKey.isOf("acme", "acme/")).isFalse();
        assertThat(PendingKey.isOf("acme", "other/0000000000000000/1")).isFalse();
    }
}
