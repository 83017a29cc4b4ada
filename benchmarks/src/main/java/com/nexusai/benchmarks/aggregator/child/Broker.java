package com.nexusai.benchmarks.aggregator.child;

import com.nexusai.devstack.process.ChildProcess;
import java.nio.file.Path;
import java.util.List;

/** A Kafka of its own for one benchmark. */
public final class Broker implements AutoCloseable {
    private static final List<String> FLAGS = List.of("-Xmx1g", "-XX:+UseSerialGC");

    private final ChildProcess process;

    private Broker(ChildProcess process) {
        this.process = process;
    }

    public static Broker start(Path folder) {
        var command = JavaCommand.of(
                BrokerMain.class, FLAGS, List.of(folder.resolve("kafka").toString()));
        return new Broker(Child.start("broker", folder, command, line -> line.startsWith(BrokerMain.READY)));
    }

    public String bootstrapServers() {
        return process.readyLine().substring(BrokerMain.READY.length());
    }

    public long cpuMillis() {
        return ProcessHandle.of(process.pid()).map(CpuClock::of).orElse(0L);
    }

    @Override
    public void close() {
        process.close();
    }
}
