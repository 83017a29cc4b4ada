package com.nexusai.benchmarks.codec;

import com.nexusai.benchmarks.Bench;
import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

public final class EventCodecBench implements Bench {
    @Override
    public String name() {
        return "event-codec";
    }

    @Override
    public String question() {
        return "reading and writing an event: EventReader and EventWriter against a Jackson tree";
    }

    @Override
    public void run(PrintStream out) throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include("^" + EventCodec.class.getName() + "\\.")
                        .forks(2)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgsAppend("-Xms1g", "-Xmx1g")
                        .shouldFailOnError(true)
                        .build())
                .run();
        var ours = score(results, "ours");
        var reference = score(results, "reference");
        out.println();
        print(out, "EventReader and EventWriter", ours);
        print(out, "Jackson tree (reference)", reference);
        out.printf("%-28s %,12.2f times%n", "ratio", ours.getScore() / reference.getScore());
    }

    private static void print(PrintStream out, String what, Result<?> result) {
        out.printf(
                "%-28s %,12.0f events/s on one core, ±%.0f%%%n",
                what, result.getScore(), 100 * result.getScoreError() / result.getScore());
    }

    private static Result<?> score(Collection<RunResult> results, String method) {
        return results.stream()
                .map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH has no result of " + method));
    }
}
