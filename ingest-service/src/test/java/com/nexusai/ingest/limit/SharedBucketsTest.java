package com.nexusai.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedBucketsTest {
    private static final Quota QUOTA = new Quota("requests", 10, 5);

    private final List<String> asked = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong(17);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private boolean away;
    private final SharedBuckets buckets =
            new SharedBuckets(this::shared, (name, quota, amount) -> say("local"), nanos::get, meters);

    @Test
    void shouldLimitLocallyWhileTheSharedOnesAreAwayAndAskThemOnlyNowAndThen() {
        buckets.draw("k", QUOTA, 1);
        away = true;
        buckets.draw("k", QUOTA, 1);
        buckets.draw("k", QUOTA, 1);
        assertThat(gauge()).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        away = false;
        buckets.draw("k", QUOTA, 1);

        assertThat(asked).containsExactly("shared", "shared", "local", "local", "shared");
        assertThat(gauge()).isZero();
    }

    private double gauge() {
        return meters.get("ingest.rate.limits.local").gauge().value();
    }

    private Level shared(String bucket, Quota quota, long amount) {
        var level = say("shared");
        if (away) {
            throw new IllegalStateException("away");
        }
        return level;
    }

    private Level say(String who) {
        asked.add(who);
        return new Level(QUOTA, true, 0, Duration.ZERO);
    }
}
