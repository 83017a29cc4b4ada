package com.nexusai.benchmarks.moderation;

import com.nexusai.benchmarks.Bench;
import java.io.PrintStream;

/**
 * Messages through the whole topology of moderation-service with the local scorer, with lexicons of three sizes. The
 * reference passes the same bytes through Kafka Streams. What counts is how many one core takes.
 */
public final class ModerationBench implements Bench {
    private static final String MESSAGES = "BENCH_MESSAGES";
    private static final int USUAL = 200_000;
    private static final int[] ENTRIES = {1_000, 20_000, 50_000};

    @Override
    public String name() {
        return "moderation";
    }

    @Override
    public String question() {
        return "messages through moderation, by size of the lexicon, against a Streams pass-through of the same bytes";
    }

    @Override
    public void run(PrintStream out) throws Exception {
        int messages = Integer.parseInt(System.getenv().getOrDefault(MESSAGES, Integer.toString(USUAL)));
        var run = new Run(messages);
        // the first run of each warms up, and is not shown
        run.of(ContentTopology.passThrough());
        run.of(ContentTopology.moderation(ENTRIES[0]));
        out.printf("%,d messages%n%-16s %12s %14s %8s%n", messages, "", "messages/s", "a core", "ratio");
        var reference = run.of(ContentTopology.passThrough());
        print(out, "pass-through", reference, reference);
        for (int entries : ENTRIES) {
            var subject = ContentTopology.moderation(entries);
            print(out, subject.name(), run.of(subject), reference);
        }
    }

    private static void print(PrintStream out, String name, Run.Result result, Run.Result reference) {
        out.printf(
                "%-16s %,12.0f %,14.0f %8.2f%n",
                name, result.perSecond(), result.perCore(), result.perCore() / reference.perCore());
    }
}
