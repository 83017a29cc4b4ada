package com.nexusai.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final Buckets there = new LocalBuckets(clock());

    @Test
    void shouldAskForManyAtOnceAndGrantNoMoreThanThereIs() {
        var quota = new Quota("requests", 100, 20);
        var one = new Lease(nanos::get);
        var two = new Lease(nanos::get);

        // what one has drawn ahead is not the other's any more
        assertThat(granted(one, quota, 7) + granted(two, quota, 40)).isBetween(15, 20);
        assertThat(asked.get()).isLessThan(15);
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(granted(two, quota, 40)).isEqualTo(10);
    }

    @Test
    void shouldRefuseWithoutAskingUntilItCanHelp() {
        var quota = new Quota("requests", 10, 1);
        var lease = new Lease(nanos::get);
        assertThat(granted(lease, quota, 1)).isEqualTo(1);
        var refusal = lease.draw(this::ask, "k", quota, 1);
        asked.set(0);

        assertThat(refusal.granted()).isFalse();
        assertThat(refusal.delay()).isEqualTo(Duration.ofMillis(100));
        assertThat(granted(lease, quota, 5)).isZero();
        assertThat(asked.get()).isZero();
    }

    private int granted(Lease lease, Quota quota, int times) {
        int granted = 0;
        for (int i = 0; i < times; i++) {
            granted += lease.draw(this::ask, "k", quota, 1).granted() ? 1 : 0;
        }
        return granted;
    }

    private Level ask(String bucket, Quota quota, long amount) {
        asked.incrementAndGet();
        return there.draw(bucket, quota, amount);
    }

    private TimeMeter clock() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
