package com.nexusai.benchmarks.aggregator.race;

import com.nexusai.benchmarks.aggregator.load.Workload;
import com.nexusai.kit.config.Env;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What may be set from outside, as BENCH_… variables; the defaults are those of the figures in the README.
 *
 * @param partitions of the events: as many as the fleet makes by default, and a multiple of the threads
 * @param jvmFlags of each contender
 * @param keep whether the folder with logs and state stays
 */
public record RaceSettings(
        Workload workload,
        int partitions,
        int rounds,
        List<String> contenders,
        long commitMillis,
        int threads,
        long cacheBytes,
        List<String> jvmFlags,
        boolean keep) {
    private static final int MEGABYTE = 1 << 20;

    public static RaceSettings from(Env env, Clock clock) {
        var workload = Workload.aroundMidnight(
                env.integer("BENCH_EVENTS", 3_000_000, 1_000, 100_000_000),
                env.integer("BENCH_TENANTS", 20, 1, 100_000),
                env.integer("BENCH_USERS", 100_000, 1, 10_000_000),
                Duration.ofMinutes(env.integer("BENCH_SPAN_MINUTES", 360, 1, 1440)),
                clock.instant());
        return new RaceSettings(
                workload,
                env.integer("BENCH_PARTITIONS", 6, 1, 100),
                env.integer("BENCH_ROUNDS", 3, 1, 100),
                words(env.text("BENCH_CONTENDERS", "aggregator dsl flink")),
                env.number("BENCH_COMMIT_MS", 2_000, 10, 60_000),
                env.integer("BENCH_THREADS", 2, 1, 64),
                env.number("BENCH_CACHE_MB", 0, 0, 4096) * MEGABYTE,
                words(env.text("BENCH_JVM_FLAGS", "-Xms1g -Xmx1g -XX:+UseSerialGC")),
                env.flag("BENCH_KEEP", false));
    }

    public RaceSettings with(Workload other) {
        return new RaceSettings(
                other, partitions, rounds, contenders, commitMillis, threads, cacheBytes, jvmFlags, keep);
    }

    public RaceSettings committing(long everyMillis) {
        return new RaceSettings(
                workload, partitions, rounds, contenders, everyMillis, threads, cacheBytes, jvmFlags, keep);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" +", -1));
    }
}
