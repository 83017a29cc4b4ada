package com.nexusai.benchmarks.aggregator;

import com.nexusai.benchmarks.Bench;
import com.nexusai.benchmarks.aggregator.load.Workload;
import com.nexusai.benchmarks.aggregator.ours.AggregatorContender;
import com.nexusai.benchmarks.aggregator.race.Measured;
import com.nexusai.benchmarks.aggregator.race.Race;
import com.nexusai.benchmarks.aggregator.race.RaceSettings;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.lifecycle.Logs;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Whether an event costs the same with many tenants and many users as with few. */
public final class SpreadBench implements Bench {
    private record Shape(int tenants, int users) {
        Workload of(Workload base) {
            return new Workload(base.events(), tenants, users, base.begin(), base.span(), base.seed());
        }
    }

    private static final List<Shape> SHAPES =
            List.of(new Shape(10, 100_000), new Shape(1_000, 100_000), new Shape(20, 10_000), new Shape(20, 1_000_000));

    private final AggregatorContender aggregator = new AggregatorContender();

    @Override
    public String name() {
        return "aggregator-spread";
    }

    @Override
    public String question() {
        return "CPU per event with 10 against 1,000 tenants, and with 10,000 against 1,000,000 users";
    }

    @Override
    public void run(PrintStream out) throws Exception {
        Logs.warningsToStandardError();
        var env = Env.ofProcess();
        var settings = RaceSettings.from(env, Clock.systemUTC());
        env.check();
        var costs = new LinkedHashMap<Shape, List<Double>>();
        out.printf("%-7s %9s %11s %14s %14s %10s%n", "round", "tenants", "users", "us/event", "warm", "results");
        for (int round = 1; round <= settings.rounds(); round++) {
            for (var shape : SHAPES) {
                var measured = run(settings.with(shape.of(settings.workload())), round);
                out.printf(
                        "%-7d %,9d %,11d %14.2f %14.2f %10s%n",
                        round,
                        shape.tenants(),
                        shape.users(),
                        1e6 / measured.whole().perCore(),
                        1e6 / measured.warm().perCore(),
                        measured.differences().none() ? "equal" : "WRONG");
                costs.computeIfAbsent(shape, unknown -> new ArrayList<>())
                        .add(1e6 / measured.warm().perCore());
            }
        }
        var medians = costs.values().stream().map(SpreadBench::median).toList();
        out.printf(
                "1,000 tenants cost %.2f x of 10; 1,000,000 users cost %.2f x of 10,000 (medians, warm)%n",
                medians.get(1) / medians.get(0), medians.get(3) / medians.get(2));
    }

    private Measured run(RaceSettings settings, int round) throws IOException, InterruptedException {
        try (var folder = WorkFolder.make(settings.keep());
                var race = Race.prepare(settings, folder.path())) {
            return race.run(aggregator, round);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
