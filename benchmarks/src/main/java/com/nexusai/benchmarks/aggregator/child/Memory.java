package com.nexusai.benchmarks.aggregator.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that a process has had. */
final class Memory {
    private static final String PEAK = "VmHWM:";

    private Memory() {}

    /** In megabytes; 0 where there is no /proc to tell. */
    static long peakMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
