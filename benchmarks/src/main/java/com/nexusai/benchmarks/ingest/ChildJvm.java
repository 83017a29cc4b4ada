package com.nexusai.benchmarks.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server under load, in a JVM of its own with the settings of {@code ./fleet up}. It says its port when it listens. */
final class ChildJvm implements AutoCloseable {
    private static final String PORT = "port=";

    private final Process process;
    private final int port;

    ChildJvm(Class<?> main, Map<String, String> environment) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        this.process = builder.start();
        this.port = awaitPort(main);
        // whatever it says later must not fill the pipe
        Thread.ofVirtual().start(this::drain);
    }

    /** What a child prints once it listens. */
    static void say(int port) {
        System.out.println(PORT + port);
    }

    int port() {
        return port;
    }

    private int awaitPort(Class<?> main) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(PORT)) {
                return Integer.parseInt(line.substring(PORT.length()));
            }
        }
        throw new IOException(main.getSimpleName() + " ended before it listened");
    }

    private void drain() {
        try (var rest = process.getInputStream()) {
            rest.skip(Long.MAX_VALUE);
        } catch (IOException ended) {
            // with the process
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
