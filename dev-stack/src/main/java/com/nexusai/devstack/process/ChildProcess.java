package com.nexusai.devstack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A server that runs as a child of this JVM. What it prints goes to {@code NAME.log} in its folder. A child that an
 * earlier run left behind in the same folder is ended before a new one starts.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final long STOP_SECONDS = 15;

    private final String name;
    private final Process process;
    private final PidFile pidFile;
    private final CompletableFuture<String> readyLine = new CompletableFuture<>();

    private ChildProcess(String name, Process process, PidFile pidFile) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
    }

    /** Starts the command and waits until it prints a line that says it is ready. */
    public static ChildProcess start(String name, Path folder, List<String> command, Predicate<String> isReady) {
        try {
            Files.createDirectories(folder);
            PidFile pidFile = new PidFile(folder.resolve(name + ".pid"));
            pidFile.endLeftover();
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            pidFile.write(process.toHandle());
            ChildProcess child = new ChildProcess(name, process, pidFile);
            child.followOutput(folder.resolve(name + ".log"), isReady);
            child.awaitReady();
            return child;
        } catch (IOException e) {
            throw new DevStackException("Could not start " + name + " in " + folder + ": " + e.getMessage(), e);
        }
    }

    public String readyLine() {
        return readyLine.join();
    }

    public long pid() {
        return process.pid();
    }

    private void followOutput(Path log, Predicate<String> isReady) {
        Thread.ofPlatform().daemon().name(name + "-output").start(() -> {
            String last = "it printed nothing";
            try (BufferedReader lines = process.inputReader();
                    PrintWriter out = new PrintWriter(Files.newBufferedWriter(log), true)) {
                String line;
                while ((line = lines.readLine()) != null) {
                    out.println(line);
                    last = line.isBlank() ? last : line;
                    if (isReady.test(line)) {
                        readyLine.complete(line);
                    }
                }
            } catch (IOException closedWhileReading) {
                // the child was ended by us, there is nothing more to note
            } finally {
                readyLine.completeExceptionally(new DevStackException(name + " ended at its start: " + last));
            }
        });
    }

    private void awaitReady() {
        try {
            readyLine.get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            close();
            throw e.getCause() instanceof DevStackException reason ? reason : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            close();
            throw new DevStackException(name + " was not ready within " + READY_WITHIN.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new DevStackException("Interrupted while " + name + " was starting", e);
        }
    }

    /** Asks the child to end and waits; what does not listen is killed. */
    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            pidFile.remove();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
