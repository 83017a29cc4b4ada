package com.nexusai.benchmarks.aggregator;

import com.nexusai.benchmarks.Bench;
import com.nexusai.benchmarks.aggregator.fresh.Freshness;
import com.nexusai.benchmarks.aggregator.ours.AggregatorContender;
import com.nexusai.benchmarks.aggregator.race.Arena;
import com.nexusai.benchmarks.aggregator.race.Race;
import com.nexusai.benchmarks.aggregator.race.RaceSettings;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.lifecycle.Logs;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/** At half of what it can do, unless a rate is given: how long until an event shows in its cell. */
public final class FreshnessBench implements Bench {
    private final AggregatorContender aggregator = new AggregatorContender();

    @Override
    public String name() {
        return "aggregator-freshness";
    }

    @Override
    public String question() {
        return "time from an event on its topic to its cell on analytics-aggregates, at half of the maximum rate";
    }

    @Override
    public void run(PrintStream out) throws Exception {
        Logs.warningsToStandardError();
        var env = Env.ofProcess();
        var settings = RaceSettings.from(env, Clock.systemUTC());
        int given = env.integer("BENCH_RATE", 0, 0, 10_000_000);
        long commitMillis = env.number("BENCH_FRESH_COMMIT_MS", 200, 10, 60_000);
        var time = Duration.ofSeconds(env.integer("BENCH_SECONDS", 60, 5, 3600));
        env.check();
        int rate = given > 0 ? given : (int) (maximum(settings) / 2);
        out.printf("%,d events/s for %s, commit interval %d ms%n", rate, time, commitMillis);
        try (var folder = WorkFolder.make(settings.keep());
                var arena = Arena.open(folder.path(), settings.partitions())) {
            var measured = new Freshness(settings.committing(commitMillis), rate, time).run(arena, aggregator);
            var millis = measured.millis();
            out.printf(
                    "event to readable cell: p50 %d ms, p95 %d ms, p99 %d ms, max %d ms (%,d probes, %d never seen)%n",
                    millis.p50(), millis.p95(), millis.p99(), millis.max(), millis.count(), measured.missing());
            out.printf(
                    "sent in truth: %,d events/s; the aggregator took %.2f cores%n",
                    measured.sentPerSecond(), measured.cores());
        }
    }

    /** What it does of a backlog, once it is warm. */
    private double maximum(RaceSettings settings) throws IOException, InterruptedException {
        try (var folder = WorkFolder.make(settings.keep());
                var race = Race.prepare(settings, folder.path())) {
            return race.run(aggregator, 1).warm().perSecond();
        }
    }
}
