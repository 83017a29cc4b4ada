package com.nexusai.benchmarks.aggregator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where logs, state and the broker's records lie while a benchmark runs. */
record WorkFolder(Path path, boolean keep) implements AutoCloseable {
    static WorkFolder make(boolean keep) throws IOException {
        return new WorkFolder(Files.createTempDirectory("fleet-bench-"), keep);
    }

    @Override
    public void close() throws IOException {
        if (keep) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
