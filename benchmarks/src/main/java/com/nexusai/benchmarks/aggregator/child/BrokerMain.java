package com.nexusai.benchmarks.aggregator.child;

import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import com.nexusai.devstack.Part;
import java.nio.file.Path;

/** The broker of the race, in a process of its own so that its work is not counted as anybody else's. */
public final class BrokerMain {
    static final String READY = "ready ";

    private BrokerMain() {}

    public static void main(String[] args) throws InterruptedException {
        var stack = DevStack.start(DevStackConfig.in(Path.of(args[0])).with(Part.KAFKA));
        System.out.println(READY + stack.kafkaBootstrapServers());
        Thread.currentThread().join(); // for ever: a signal ends the process, and the broker with it
    }
}
