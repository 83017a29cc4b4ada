package com.nexusai.ingest.limit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buckets that all instances share, as long as they can be reached; else those of this instance. A limit that is a little
 * too wide for a while is better than a door that is shut.
 */
public final class SharedBuckets implements Buckets {
    private static final Logger LOG = LoggerFactory.getLogger(SharedBuckets.class);
    private static final Duration LEAVE_ALONE = Duration.ofSeconds(5);
    private static final long NEVER = Long.MIN_VALUE;
    private static final int MOST = 100_000;

    private final Buckets shared;
    private final Buckets local;
    private final LongSupplier nanoTime;
    private final AtomicLong awaySince = new AtomicLong(NEVER);
    private final Map<Name, Lease> leases = new ConcurrentHashMap<>();

    public SharedBuckets(Buckets shared, Buckets local, LongSupplier nanoTime, MeterRegistry meters) {
        this.shared = shared;
        this.local = local;
        this.nanoTime = nanoTime;
        Gauge.builder("ingest.rate.limits.local", awaySince, since -> since.get() == NEVER ? 0 : 1)
                .description("1 while Redis is away and each instance limits on its own")
                .register(meters);
    }

    @Override
    public Level draw(String bucket, Quota quota, long amount) {
        if (isAway()) {
            return local.draw(bucket, quota, amount);
        }
        if (leases.size() > MOST) {
            leases.clear();
        }
        try {
            return leases.computeIfAbsent(new Name(bucket, quota), _ -> new Lease(nanoTime))
                    .draw(this::ask, bucket, quota, amount);
        } catch (Away away) {
            return local.draw(bucket, quota, amount);
        }
    }

    private Level ask(String bucket, Quota quota, long amount) {
        if (isAway()) {
            // somebody found out while this one waited
            throw new Away();
        }
        try {
            var level = shared.draw(bucket, quota, amount);
            if (awaySince.getAndSet(NEVER) != NEVER) {
                LOG.info("Rate limits are shared through Redis again");
            }
            return level;
        } catch (RuntimeException failure) {
            if (awaySince.getAndSet(nanoTime.getAsLong()) == NEVER) {
                LOG.warn("Redis is away, so this instance limits on its own: {}", failure.toString());
            }
            throw new Away();
        }
    }

    private boolean isAway() {
        var since = awaySince.get();
        return since != NEVER && nanoTime.getAsLong() - since < LEAVE_ALONE.toNanos();
    }

    private record Name(String bucket, Quota quota) {}

    private static final class Away extends RuntimeException {
        Away() {
            super("away", null, false, false);
        }
    }
}
