package com.nexusai.benchmarks.ingest;

import com.nexusai.benchmarks.Bench;
import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import com.nexusai.devstack.Part;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The door and its stream. Broker, load and server share the machine, so only the ratios say something. */
public final class IngestBench implements Bench {
    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String question() {
        return "events over HTTP against Kafka's producer and a bare route; the stream against one that only passes on";
    }

    @Override
    public void run(PrintStream out) throws Exception {
        var folder = Files.createTempDirectory("ingest-bench");
        var parts = List.of(System.getenv()
                .getOrDefault("BENCH_PARTS", "batches singles stream")
                .split(" "));
        if (parts.contains("batches") || parts.contains("singles")) {
            try (var stack = kafka(folder.resolve("door"))) {
                new DoorRun(stack.kafkaBootstrapServers(), out).run(parts);
            }
        }
        if (parts.contains("stream")) {
            // a broker of its own: the door's run leaves gigabytes
            try (var stack = kafka(folder.resolve("stream"))) {
                new StreamRun(stack.kafkaBootstrapServers(), folder.resolve("state"), out).run();
            }
        }
    }

    private static DevStack kafka(Path folder) {
        return DevStack.start(DevStackConfig.in(folder).with(Part.KAFKA));
    }
}
