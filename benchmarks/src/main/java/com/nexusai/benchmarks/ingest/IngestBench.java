package com.nexusai.benchmarks.ingest;

import com.nexusai.benchmarks.Bench;
import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import com.nexusai.devstack.Part;
import java.io.PrintStream;
import java.nio.file.Files;

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
        try (var stack =
                DevStack.start(DevStackConfig.in(folder.resolve("door")).with(Part.KAFKA))) {
            new DoorRun(stack.kafkaBootstrapServers(), out).run();
        }
        // a new broker: the door's run has left gigabytes
        try (var stack =
                DevStack.start(DevStackConfig.in(folder.resolve("stream")).with(Part.KAFKA))) {
            new StreamRun(stack.kafkaBootstrapServers(), folder.resolve("state"), out).run();
        }
    }
}
