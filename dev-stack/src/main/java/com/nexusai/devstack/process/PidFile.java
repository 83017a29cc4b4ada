package com.nexusai.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers a child across a kill -9 of its parent. A process id is used again by the system, so the start time is kept
 * beside it: only the very process that was written down is ever ended.
 */
final class PidFile {
    private static final long PATIENCE_SECONDS = 5;

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        Files.writeString(
                file,
                process.pid() + " "
                        + startOf(process).map(Instant::toEpochMilli).orElse(0L) + "\n");
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Ends a child that an earlier run left behind. */
    void endLeftover() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String[] fields = Files.readString(file).strip().split(" ", 2);
        if (fields.length == 2) {
            long started = Long.parseLong(fields[1]);
            ProcessHandle.of(Long.parseLong(fields[0]))
                    .filter(process -> startOf(process)
                            .filter(start -> start.toEpochMilli() == started)
                            .isPresent())
                    .ifPresent(PidFile::end);
        }
        remove();
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            ended(process);
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        }
    }
}
