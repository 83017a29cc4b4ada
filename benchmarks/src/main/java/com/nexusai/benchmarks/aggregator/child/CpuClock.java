package com.nexusai.benchmarks.aggregator.child;

import java.time.Duration;

/** What a process has computed, in user and kernel mode, all of its threads together. */
public final class CpuClock {
    private CpuClock() {}

    /** In milliseconds; 0 where the system does not tell or the process is gone. */
    public static long of(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }
}
