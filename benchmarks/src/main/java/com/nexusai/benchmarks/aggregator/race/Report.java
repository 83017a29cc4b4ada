package com.nexusai.benchmarks.aggregator.race;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures, for people. */
public final class Report {
    private static final String LINE = "%-7s %-12s %11s %11s %13s %11s %9s  %s%n";

    private final PrintStream out;
    private final List<Measured> all = new ArrayList<>();

    public Report(PrintStream out) {
        this.out = out;
    }

    public void heading() {
        out.printf(
                LINE,
                "round",
                "contender",
                "events/s",
                "per core",
                "warm per core",
                "broker CPU",
                "peak RSS",
                "results");
    }

    public void add(Measured measured) {
        all.add(measured);
        var whole = measured.whole();
        out.printf(
                LINE,
                measured.round(),
                measured.contender(),
                number(whole.perSecond()),
                number(whole.perCore()),
                number(measured.warm().perCore()),
                "%.1f s".formatted(whole.brokerCpuMillis() / 1000.0),
                measured.peakMegabytes() + " MB",
                measured.differences().none()
                        ? "equal"
                        : "WRONG: " + measured.differences().count());
        measured.differences().examples().forEach(example -> out.println("        " + example));
    }

    /** Spread over the rounds, and how often the first contender does what each other does. */
    public void summary() {
        var by = new LinkedHashMap<String, List<Measured>>();
        all.forEach(one ->
                by.computeIfAbsent(one.contender(), name -> new ArrayList<>()).add(one));
        out.printf("%n%-12s %-36s %-36s%n", "", "events/s per core: min, median, max", "events/s: min, median, max");
        by.forEach((name, rounds) -> out.printf(
                "%-12s %-36s %-36s%n",
                name,
                spread(rounds, one -> one.whole().perCore()),
                spread(rounds, one -> one.whole().perSecond())));
        var first = by.values().iterator().next();
        by.entrySet().stream().skip(1).forEach(other -> ratios(first, other));
    }

    private void ratios(List<Measured> ours, Map.Entry<String, List<Measured>> other) {
        var whole = new ArrayList<Double>();
        var warm = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            var theirs = other.getValue().get(i);
            whole.add(ours.get(i).whole().perCore() / theirs.whole().perCore());
            warm.add(ours.get(i).warm().perCore() / theirs.warm().perCore());
        }
        out.printf("per core against %-8s by round: %s; warm: %s%n", other.getKey(), factors(whole), factors(warm));
    }

    private static String factors(List<Double> ratios) {
        return String.join(
                ", ", ratios.stream().map(ratio -> "%.2f x".formatted(ratio)).toList());
    }

    private static String spread(List<Measured> rounds, ToDoubleFunction<Measured> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return number(sorted[0]) + "  " + number(sorted[sorted.length / 2]) + "  " + number(sorted[sorted.length - 1]);
    }

    public boolean allEqual() {
        return all.stream().allMatch(one -> one.differences().none());
    }

    private static String number(double value) {
        return "%,.0f".formatted(value);
    }
}
