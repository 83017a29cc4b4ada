package com.nexusai.query.store.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection, made when it is first needed and mended by Lettuce from then on. A question never waits long for it:
 * Redis is the fast way, and the stores hold the same numbers.
 */
public final class RedisLink implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private final RedisClient client;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private long failedAt = System.nanoTime() - RETRY_NANOS;

    public RedisLink(URI address) {
        var uri = RedisURI.create(address);
        uri.setTimeout(PATIENCE);
        client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .build());
    }

    RedisCommands<String, String> commands() {
        var open = connection;
        return (open == null ? connect() : open).sync();
    }

    /** @throws io.lettuce.core.RedisException if it does not answer */
    public void ping() {
        commands().ping();
    }

    private StatefulRedisConnection<String, String> connect() {
        connecting.lock();
        try {
            var open = connection;
            if (open == null) {
                open = tryConnect();
                connection = open;
            }
            return open;
        } finally {
            connecting.unlock();
        }
    }

    // while Redis is away, one question a second pays for finding out
    private StatefulRedisConnection<String, String> tryConnect() {
        if (System.nanoTime() - failedAt < RETRY_NANOS) {
            throw new RedisConnectionException("was away a moment ago");
        }
        try {
            return client.connect();
        } catch (RuntimeException away) {
            failedAt = System.nanoTime();
            throw away;
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
