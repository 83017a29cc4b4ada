package com.nexusai.kit.config;

import java.time.Duration;

/**
 * @param port 0 for any free port
 * @param maxBodyBytes limit of a request body, both as sent and as decompressed
 * @param drainTimeout how long a stop waits for requests in flight
 */
public record HttpConfig(String host, int port, long maxBodyBytes, Duration idleTimeout, Duration drainTimeout) {
    static HttpConfig from(Env env, int defaultPort) {
        return new HttpConfig(
                env.text("HTTP_HOST", "0.0.0.0"),
                env.integer("HTTP_PORT", defaultPort, 0, 65_535),
                env.number("HTTP_MAX_BODY_BYTES", 10_485_760, 1, 1L << 30),
                env.millis("HTTP_IDLE_TIMEOUT_MS", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(1)),
                env.millis("HTTP_DRAIN_TIMEOUT_MS", Duration.ofSeconds(10), Duration.ZERO, Duration.ofMinutes(5)));
    }
}
