package com.nexusai.benchmarks.codec;

import static java.util.Objects.requireNonNull;

import com.nexusai.benchmarks.Bench;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Several rounds of both in turn, in CPU time: a machine that is busy with other things is then no trouble. */
public final class EventCodecBench implements Bench {
    private static final int ROUNDS = 5;

    /** Nanoseconds of CPU per event. */
    private record Round(double ours, double reference) {
        double ratio() {
            return reference / ours;
        }
    }

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
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < ROUNDS; i++) {
            var results = new Runner(options()).run();
            rounds.add(new Round(nanosPerEvent(results, "ours"), nanosPerEvent(results, "reference")));
        }
        out.printf("%nCPU time per event%n%-8s %10s %12s %8s%n", "round", "ours", "reference", "ratio");
        for (int i = 0; i < ROUNDS; i++) {
            print(out, Integer.toString(i + 1), rounds.get(i));
        }
        rounds.sort(Comparator.comparingDouble(Round::ratio));
        print(out, "median", rounds.get(ROUNDS / 2));
    }

    private static Options options() {
        return new OptionsBuilder()
                .include("^" + EventCodec.class.getName() + "\\.")
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-Xms1g", "-Xmx1g")
                .shouldFailOnError(true)
                .build();
    }

    private static void print(PrintStream out, String name, Round round) {
        out.printf("%-8s %,7.0f ns %,9.0f ns %8.2f%n", name, round.ours, round.reference, round.ratio());
    }

    private static double nanosPerEvent(Collection<RunResult> results, String method) {
        var counters = results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH has no result of " + method))
                .getAggregatedResult()
                .getSecondaryResults();
        return score(counters, "cpuNanos") / score(counters, "events");
    }

    @SuppressWarnings("rawtypes")
    private static double score(Map<String, Result> counters, String name) {
        return requireNonNull(counters.get(name), name).getScore();
    }
}
