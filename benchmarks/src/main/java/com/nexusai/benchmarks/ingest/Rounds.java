package com.nexusai.benchmarks.ingest;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/** Ours and the reference in turn, so that what else the machine does meets both. */
final class Rounds {
    private static final int ROUNDS = 5;

    private final List<Round> rounds = new ArrayList<>();

    private record Round(double ours, double reference) {
        double ratio() {
            return ours / reference;
        }
    }

    private Rounds() {}

    /** The first round is thrown away: both are still being compiled. @return the median of ours */
    static double measure(PrintStream out, String what, Callable<Double> ours, Callable<Double> reference)
            throws Exception {
        out.printf("%n%s%n%-8s %12s %12s %8s%n", what, "round", "ours", "reference", "ratio");
        ours.call();
        reference.call();
        var rounds = new Rounds();
        for (int i = 1; i <= ROUNDS; i++) {
            rounds.rounds.add(new Round(ours.call(), reference.call()));
            print(out, Integer.toString(i), rounds.rounds.getLast());
        }
        rounds.rounds.sort(Comparator.comparingDouble(Round::ratio));
        var median = rounds.rounds.get(ROUNDS / 2);
        print(out, "median", median);
        return median.ours();
    }

    private static void print(PrintStream out, String name, Round round) {
        out.printf("%-8s %,12.0f %,12.0f %8.2f%n", name, round.ours(), round.reference(), round.ratio());
    }
}
