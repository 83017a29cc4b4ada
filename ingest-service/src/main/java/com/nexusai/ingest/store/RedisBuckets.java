package com.nexusai.ingest.store;

import com.nexusai.ingest.limit.Buckets;
import com.nexusai.ingest.limit.Level;
import com.nexusai.ingest.limit.Quota;
import com.nexusai.kit.config.RedisConfig;
import com.nexusai.kit.lifecycle.Part;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Buckets in Redis. Fails fast when Redis does not answer: whoever asks has a request waiting. So nobody waits for a
 * connection either; it is made in the background.
 */
public final class RedisBuckets implements Buckets, Part {
    private static final String PREFIX = "ingest:rate:";
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    private final RedisClient client;
    private final RedisURI address;
    private @Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>> connection;
    private @Nullable LettuceBasedProxyManager<String> buckets;

    public RedisBuckets(RedisConfig config) {
        this.address = RedisURI.create(config.url());
        address.setTimeout(CONNECT_PATIENCE);
        this.client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .socketOptions(
                        SocketOptions.builder().connectTimeout(CONNECT_PATIENCE).build())
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
    }

    @Override
    public Level draw(String bucket, Quota quota, long amount) {
        // the quota is part of the name, so that a key whose limits change gets a new bucket
        var name = PREFIX + bucket + ":" + quota.perSecond() + ":" + quota.capacity();
        var probe = connected().getProxy(name, () -> configuration(quota)).tryConsumeAndReturnRemaining(amount);
        return new Level(
                quota,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private synchronized LettuceBasedProxyManager<String> connected() {
        if (buckets == null) {
            buckets = Bucket4jLettuce.casBasedBuilder(connection())
                    .expirationAfterWrite(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                    .requestTimeout(PATIENCE)
                    .build();
        }
        return buckets;
    }

    private StatefulRedisConnection<String, byte[]> connection() {
        if (connection == null || connection.isCompletedExceptionally()) {
            connection = connect();
        }
        if (!connection.isDone()) {
            throw new IllegalStateException("Redis is not connected yet");
        }
        return connection.join();
    }

    private CompletableFuture<StatefulRedisConnection<String, byte[]>> connect() {
        return client.connectAsync(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address)
                .toCompletableFuture();
    }

    private static BucketConfiguration configuration(Quota quota) {
        return BucketConfiguration.builder()
                .addLimit(limit ->
                        limit.capacity(quota.capacity()).refillGreedy(quota.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    @Override
    public synchronized void start() {
        connection = connect();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
