package com.nexusai.benchmarks.codec;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a thread has computed, whoever else was busy on the machine. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public long events;

    private long start;

    @Setup(Level.Iteration)
    public void begin() {
        start = THREADS.getCurrentThreadCpuTime();
    }

    public long cpuNanos() {
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
