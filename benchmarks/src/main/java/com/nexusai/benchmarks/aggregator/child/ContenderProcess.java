package com.nexusai.benchmarks.aggregator.child;

import com.nexusai.devstack.process.ChildProcess;
import java.nio.file.Path;

/** A contender at work, from its first record on. */
public final class ContenderProcess implements AutoCloseable {
    private final ChildProcess process;
    private final ProcessHandle handle;

    private ContenderProcess(ChildProcess process, ProcessHandle handle) {
        this.process = process;
        this.handle = handle;
    }

    /** Returns when it has got its first record. */
    public static ContenderProcess start(String name, Path folder, JavaCommand command) {
        var process = Child.start(name, folder, command, FirstRecord::isTold);
        return new ContenderProcess(process, ProcessHandle.of(process.pid()).orElseThrow());
    }

    public FirstRecord.Seen firstRecord() {
        return FirstRecord.parse(process.readyLine());
    }

    public long cpuMillis() {
        return CpuClock.of(handle);
    }

    public long peakMegabytes() {
        return Memory.peakMegabytes(handle.pid());
    }

    public boolean isAlive() {
        return handle.isAlive();
    }

    @Override
    public void close() {
        process.close();
    }
}
