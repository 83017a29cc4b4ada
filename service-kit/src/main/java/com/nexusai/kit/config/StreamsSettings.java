package com.nexusai.kit.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * @param applicationServer {@code host:port} at which peers of the same service reach this instance
 * @param sessionTimeout how long the group waits for a member that is gone; one that comes back as itself is not waited
 *     for
 * @param rocksDbBytes memory of all RocksDB stores of the process together
 * @param leaveOnStop whether a stop hands the tasks to other instances at once instead of keeping them for a restart
 */
public record StreamsSettings(
        Path stateDir,
        String applicationServer,
        int threads,
        Duration commitInterval,
        int standbyReplicas,
        Duration sessionTimeout,
        long cacheBytes,
        long rocksDbBytes,
        Duration probingInterval,
        boolean leaveOnStop,
        Duration closeTimeout) {

    static StreamsSettings from(Env env, String host, int port) {
        return new StreamsSettings(
                Path.of(env.text("STATE_DIR", "./state")).toAbsolutePath().normalize(),
                env.matching("ADVERTISED_SERVER", host + ":" + port, "[^\\s:]+:\\d{1,5}", "host:port"),
                env.integer("STREAMS_THREADS", 1, 1, 64),
                millis(env, "STREAMS_COMMIT_INTERVAL_MS", 200, 10, 60_000),
                env.integer("STREAMS_STANDBY_REPLICAS", 0, 0, 9),
                millis(env, "STREAMS_SESSION_TIMEOUT_MS", 45_000, 6_000, 1_800_000),
                env.number("STREAMS_CACHE_BYTES", 16L << 20, 0, 16L << 30),
                env.number("STREAMS_ROCKSDB_BYTES", 128L << 20, 16L << 20, 256L << 30),
                millis(env, "STREAMS_PROBING_INTERVAL_MS", 60_000, 60_000, 3_600_000),
                env.flag("STREAMS_LEAVE_ON_STOP", false),
                millis(env, "STREAMS_CLOSE_TIMEOUT_MS", 15_000, 1_000, 300_000));
    }

    private static Duration millis(Env env, String name, long fallback, long min, long max) {
        return env.millis(name, Duration.ofMillis(fallback), Duration.ofMillis(min), Duration.ofMillis(max));
    }
}
