package com.nexusai.benchmarks.aggregator;

import com.nexusai.benchmarks.Bench;
import com.nexusai.benchmarks.aggregator.race.Race;
import com.nexusai.benchmarks.aggregator.race.RaceSettings;
import com.nexusai.benchmarks.aggregator.race.Report;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.lifecycle.Logs;
import java.io.PrintStream;
import java.time.Clock;

/** All contenders in turn over the same events on the same broker; their results must be the same, value by value. */
public final class AggregatorBench implements Bench {
    @Override
    public String name() {
        return "aggregator";
    }

    @Override
    public String question() {
        return "events per second and core: the aggregator against Kafka Streams DSL and Flink";
    }

    @Override
    public void run(PrintStream out) throws Exception {
        Logs.warningsToStandardError();
        var env = Env.ofProcess();
        var settings = RaceSettings.from(env, Clock.systemUTC());
        env.check();
        var contenders = Contenders.named(settings.contenders());
        var report = new Report(out);
        try (var folder = WorkFolder.make(settings.keep());
                var race = Race.prepare(settings, folder.path())) {
            out.printf(
                    "%s%nvalues to compare: %s%n%n", settings, race.expected().sizes());
            report.heading();
            for (int round = 1; round <= settings.rounds(); round++) {
                for (var contender : contenders) {
                    report.add(race.run(contender, round));
                }
            }
        }
        report.summary();
        if (!report.allEqual()) {
            throw new IllegalStateException("not all results are the same; the figures say nothing");
        }
    }
}
