package com.nexusai.ingest.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Buckets of this instance alone. */
public final class LocalBuckets implements Buckets {
    /** Tokens name their subjects as they like, so there is an end to it; then all begin with a full bucket again. */
    private static final int MOST = 100_000;

    private final Map<Name, Bucket> buckets = new ConcurrentHashMap<>();
    private final TimeMeter time;

    public LocalBuckets(TimeMeter time) {
        this.time = time;
    }

    @Override
    public Level draw(String bucket, Quota quota, long amount) {
        if (buckets.size() > MOST) {
            buckets.clear();
        }
        var probe = buckets.computeIfAbsent(new Name(bucket, quota), this::full).tryConsumeAndReturnRemaining(amount);
        return new Level(
                quota,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket full(Name name) {
        var quota = name.quota;
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(quota.capacity()).refillGreedy(quota.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** The quota is part of it, so that a key whose limits change gets a new bucket. */
    private record Name(String bucket, Quota quota) {}
}
