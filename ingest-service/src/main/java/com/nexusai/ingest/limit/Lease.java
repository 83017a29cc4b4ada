package com.nexusai.ingest.limit;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this instance has drawn ahead from one shared bucket. A busy key would otherwise ask Redis for each request, and all
 * of them for the same few bytes. One at a time asks; the others wait for what it brings, or for its refusal.
 */
final class Lease {
    /** How often a second a busy bucket is asked for more, at most. */
    private static final int DRAWS_PER_SECOND = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final LongSupplier nanoTime;
    private long held;
    private long leftThere;
    private long emptyUntil;

    Lease(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.emptyUntil = nanoTime.getAsLong();
    }

    Level draw(Buckets shared, String bucket, Quota quota, long amount) {
        lock.lock();
        try {
            if (held < amount) {
                var refusal = fill(shared, bucket, quota, amount - held);
                if (refusal != null) {
                    return refusal;
                }
            }
            held -= amount;
            return new Level(quota, true, held + leftThere, Duration.ZERO);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Level fill(Buckets shared, String bucket, Quota quota, long missing) {
        long empty = emptyUntil - nanoTime.getAsLong();
        if (empty > 0) {
            return new Level(quota, false, held, Duration.ofNanos(empty));
        }
        long ahead = Math.max(missing, Math.min(quota.perSecond() / DRAWS_PER_SECOND, quota.capacity()));
        var level = shared.draw(bucket, quota, ahead);
        if (!level.granted() && ahead > missing && level.left() >= missing) {
            ahead = missing;
            level = shared.draw(bucket, quota, missing);
        }
        leftThere = level.left();
        if (level.granted()) {
            held += ahead;
            return null;
        }
        var delay = Duration.ofNanos(Math.max(0, missing - level.left()) * 1_000_000_000L / quota.perSecond());
        emptyUntil = nanoTime.getAsLong() + delay.toNanos();
        return new Level(quota, false, held + level.left(), delay);
    }
}
