package com.nexusai.benchmarks.aggregator.fresh;

import com.nexusai.benchmarks.aggregator.child.ContenderProcess;
import com.nexusai.benchmarks.aggregator.load.Events;
import com.nexusai.benchmarks.aggregator.race.Arena;
import com.nexusai.benchmarks.aggregator.race.Contender;
import com.nexusai.benchmarks.aggregator.race.RaceSettings;
import java.time.Duration;

/** A contender that keeps up with a steady load, watched for a while. */
public final class Freshness {
    /** Until the JIT has compiled what is hot. */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private static final Duration LAST_ONES = Duration.ofSeconds(3);

    private final RaceSettings settings;
    private final int perSecond;
    private final Duration time;

    public Freshness(RaceSettings settings, int perSecond, Duration time) {
        this.settings = settings;
        this.perSecond = perSecond;
        this.time = time;
    }

    /**
     * @param sentPerSecond what the load reached in truth
     * @param missing probes that were never seen
     */
    public record Measured(Percentiles millis, long sentPerSecond, long missing, double cores) {}

    public Measured run(Arena arena, Contender contender) {
        var probes = new Probes(settings.partitions());
        arena.create(contender);
        try (var load = new PacedLoad(
                arena.clients(), new Events(settings.workload()), probes, settings.partitions(), perSecond)) {
            load.start();
            var setting = arena.setting(contender.name() + "-fresh", settings);
            var command = contender.command(setting, settings.jvmFlags());
            try (var process = ContenderProcess.start(setting.id(), setting.folder(), command);
                    var watch = new CellWatch(arena.clients(), probes)) {
                watch.watch(WARM_UP);
                return measure(load, probes, process, watch);
            }
        }
    }

    private Measured measure(PacedLoad load, Probes probes, ContenderProcess process, CellWatch watch) {
        long sentBefore = load.sent();
        long cpuBefore = process.cpuMillis();
        var took = watch.watch(time);
        long sent = load.sent() - sentBefore;
        double cores = (process.cpuMillis() - cpuBefore) / (double) time.toMillis();
        load.close();
        watch.watch(LAST_ONES);
        return new Measured(Percentiles.of(took), sent / time.toSeconds(), probes.missing(), cores);
    }
}
