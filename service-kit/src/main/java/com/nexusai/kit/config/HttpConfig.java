package com.nexusai.kit.config;

import java.time.Duration;
import java.util.List;

/**
 * @param port 0 for any free port
 * @param maxBodyBytes limit of a request body, both as sent and as decompressed
 * @param inFlightBodyBytes limit of the decompressed bodies of all requests together; room for one at least
 * @param drainTimeout how long a stop waits for requests in flight
 * @param corsOrigins whose pages may call from a browser: {@code https://shop.example}, {@code https://*.shop.example}, or
 *     {@code *} for any; none where it is empty
 */
public record HttpConfig(
        String host,
        int port,
        long maxBodyBytes,
        long inFlightBodyBytes,
        Duration idleTimeout,
        Duration drainTimeout,
        List<String> corsOrigins) {
    private static final long IN_FLIGHT = 64L << 20;
    private static final String ORIGIN = "https?://[A-Za-z0-9*.:-]+";

    public HttpConfig {
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** For no page but the service's own. */
    public HttpConfig(
            String host,
            int port,
            long maxBodyBytes,
            long inFlightBodyBytes,
            Duration idleTimeout,
            Duration drainTimeout) {
        this(host, port, maxBodyBytes, inFlightBodyBytes, idleTimeout, drainTimeout, List.of());
    }

    /** With the default budget for bodies in flight. */
    public HttpConfig(String host, int port, long maxBodyBytes, Duration idleTimeout, Duration drainTimeout) {
        this(host, port, maxBodyBytes, Math.max(IN_FLIGHT, maxBodyBytes), idleTimeout, drainTimeout);
    }

    static HttpConfig from(Env env, int defaultPort) {
        var host = env.text("HTTP_HOST", "0.0.0.0");
        var port = env.integer("HTTP_PORT", defaultPort, 0, 65_535);
        var maxBody = env.number("HTTP_MAX_BODY_BYTES", 10_485_760, 1, 1L << 30);
        var inFlight = env.number("HTTP_INFLIGHT_BODY_BYTES", IN_FLIGHT, 1, 1L << 40);
        if (inFlight < maxBody) {
            env.fault(
                    "HTTP_INFLIGHT_BODY_BYTES",
                    inFlight + " is less than HTTP_MAX_BODY_BYTES, which is " + maxBody
                            + "; no body of that size could pass");
        }
        var origins = env.matching(
                "HTTP_CORS_ORIGINS",
                "",
                "\\*|" + ORIGIN + "(\\s*,\\s*" + ORIGIN + ")*",
                "*, or https://host[:port] with commas between");
        return new HttpConfig(
                host,
                port,
                maxBody,
                inFlight,
                env.millis("HTTP_IDLE_TIMEOUT_MS", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(1)),
                env.millis("HTTP_DRAIN_TIMEOUT_MS", Duration.ofSeconds(10), Duration.ZERO, Duration.ofMinutes(5)),
                origins.isEmpty() ? List.of() : List.of(origins.split("\\s*,\\s*")));
    }
}
