package com.nexusai.moderation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Instant START = Instant.EPOCH;

    private final Progress progress = new Progress();

    private Instant now = START;
    private final Freshness freshness = new Freshness(progress, new Watch());

    @Test
    void shouldClaimNothingWhenTheBrokerNeverAnswered() {
        assertThat(freshness.now()).isEqualTo(new Freshness.AsOf(null, null));
    }

    @Test
    void shouldBeAsOldAsTheNewestCommandWhenTheBrokerNeverAnswered() {
        progress.handled(START.toEpochMilli());
        now = START.plusSeconds(7);

        assertThat(freshness.now()).isEqualTo(new Freshness.AsOf(START, Duration.ofSeconds(7)));
    }

    @Test
    void shouldBeCurrentWhenEverythingIsAppliedAndTheBrokerHasJustSaidSo() {
        freshness.looked(START, Map.of(0, 10L, 1, 0L), Map.of(0, 10L));
        now = START.plusMillis(300);

        assertThat(freshness.now()).isEqualTo(new Freshness.AsOf(now, Duration.ZERO));
    }

    @Test
    void shouldGrowOldWhenTheBrokerFallsSilent() {
        freshness.looked(START, Map.of(0, 10L), Map.of(0, 10L));
        now = START.plusSeconds(30);

        assertThat(freshness.now()).isEqualTo(new Freshness.AsOf(START, Duration.ofSeconds(30)));
    }

    @Test
    void shouldBeAsOldAsTheLastLookReachedWhenOnePartitionIsBehind() {
        freshness.looked(START, Map.of(0, 10L, 1, 5L), Map.of(0, 10L, 1, 5L));
        freshness.looked(START.plusMillis(250), Map.of(0, 10L, 1, 50L), Map.of(0, 10L, 1, 20L));
        now = START.plusMillis(300);

        assertThat(freshness.now()).isEqualTo(new Freshness.AsOf(START, Duration.ofMillis(300)));
    }

    @Test
    void shouldForgetWhatWasReachedWhenAPartitionIsTakenOver() {
        freshness.looked(START, Map.of(0, 10L), Map.of(0, 10L));

        freshness.looked(START.plusMillis(250), Map.of(0, 10L, 1, 50L), Map.of(0, 10L, 1, 20L));

        assertThat(freshness.now()).isEqualTo(new Freshness.AsOf(null, null));
    }

    private final class Watch extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
