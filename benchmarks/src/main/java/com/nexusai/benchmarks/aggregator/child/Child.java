package com.nexusai.benchmarks.aggregator.child;

import com.nexusai.devstack.process.ChildProcess;
import java.nio.file.Path;
import java.util.function.Predicate;

/** A child that ends with this process, also when somebody presses Ctrl-C. */
final class Child {
    private Child() {}

    static ChildProcess start(String name, Path folder, JavaCommand command, Predicate<String> isReady) {
        var process = ChildProcess.start(name, folder, command.words(), isReady);
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "end-" + name));
        return process;
    }
}
