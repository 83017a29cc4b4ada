package com.nexusai.benchmarks.aggregator.race;

import com.nexusai.benchmarks.aggregator.child.ContenderProcess;
import com.nexusai.benchmarks.aggregator.child.RunSettings;
import com.nexusai.benchmarks.aggregator.load.Preload;
import com.nexusai.benchmarks.aggregator.result.Differences;
import com.nexusai.benchmarks.aggregator.result.LatestValues;
import com.nexusai.benchmarks.aggregator.result.Results;
import java.nio.file.Path;

/** A broker with all events on it, and contenders that read them one after the other, each from the beginning. */
public final class Race implements AutoCloseable {
    private final RaceSettings settings;
    private final Arena arena;
    private final Results expected;

    private Race(RaceSettings settings, Arena arena, Results expected) {
        this.settings = settings;
        this.arena = arena;
        this.expected = expected;
    }

    /** Starts the broker and writes the events. */
    public static Race prepare(RaceSettings settings, Path folder) {
        var arena = Arena.open(folder, settings.partitions());
        try {
            return new Race(settings, arena, new Preload(arena.clients()).run(settings.workload()));
        } catch (RuntimeException failed) {
            arena.close();
            throw failed;
        }
    }

    public Results expected() {
        return expected;
    }

    public Measured run(Contender contender, int round) throws InterruptedException {
        arena.create(contender);
        try {
            var watch = watch(contender, arena.setting(contender.name() + "-" + round, settings));
            var found = contender.results(new LatestValues(arena.clients()));
            return new Measured(
                    contender.name(),
                    round,
                    watch.whole(),
                    watch.warm(),
                    watch.peakMegabytes(),
                    Differences.between(expected, found));
        } finally {
            arena.topics().removeAllButInput();
        }
    }

    /** From its start until it is done and ended. */
    private Watch watch(Contender contender, RunSettings setting) throws InterruptedException {
        var results = contender.topics().stream().map(ResultTopic::name).toList();
        var progress = Progress.of(arena.topics(), setting.id(), results);
        long brokerBefore = arena.broker().cpuMillis();
        var command = contender.command(setting, settings.jvmFlags());
        try (var process = ContenderProcess.start(setting.id(), setting.folder(), command)) {
            var watch = new Watch(
                    process, arena.broker(), progress, settings.workload().events(), brokerBefore);
            watch.awaitDone(3 * setting.commitMillis());
            return watch;
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
