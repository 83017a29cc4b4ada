package com.nexusai.benchmarks;

import com.nexusai.benchmarks.aggregator.AggregatorBench;
import com.nexusai.benchmarks.aggregator.FreshnessBench;
import com.nexusai.benchmarks.aggregator.SpreadBench;
import com.nexusai.benchmarks.codec.EventCodecBench;
import com.nexusai.benchmarks.ingest.IngestBench;
import com.nexusai.benchmarks.moderation.ModerationBench;
import com.nexusai.benchmarks.sink.SinkBench;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Without arguments lists the benchmarks; with names runs those, one after the other. */
public final class BenchMain {
    private static final int USAGE = 2;

    private final List<Bench> benches;

    BenchMain(List<Bench> benches) {
        this.benches = benches;
    }

    public static void main(String[] args) throws Exception {
        System.exit(new BenchMain(benches()).run(List.of(args), System.out, System.err));
    }

    private static List<Bench> benches() {
        return List.of(
                new EventCodecBench(),
                new SinkBench(),
                new IngestBench(),
                new ModerationBench(),
                new AggregatorBench(),
                new FreshnessBench(),
                new SpreadBench());
    }

    /** @return the exit code */
    int run(List<String> names, PrintStream out, PrintStream err) throws Exception {
        for (var name : names) {
            if (find(name).isEmpty()) {
                err.println("There is no benchmark '" + name + "'. There are:");
                list(err);
                return USAGE;
            }
        }
        if (names.isEmpty()) {
            list(out);
        }
        for (var name : names) {
            find(name).orElseThrow().run(out);
        }
        return 0;
    }

    private Optional<Bench> find(String name) {
        return benches.stream().filter(bench -> bench.name().equals(name)).findFirst();
    }

    private void list(PrintStream to) {
        benches.forEach(bench -> to.printf("  %-22s %s%n", bench.name(), bench.question()));
    }
}
