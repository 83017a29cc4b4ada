package com.nexusai.aggregator.sink.redis;

import com.nexusai.kit.config.RedisConfig;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.TimeoutOptions;
import java.time.Duration;

/** The client of the Redis server that the sinks write to. */
public final class Redis {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Redis() {}

    /** The sink tries again itself; commands that wait for a server to come back would only pile up in memory. */
    public static RedisClient client(RedisConfig config) {
        var client = RedisClient.create(config.url().toString());
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
                .build());
        return client;
    }
}
