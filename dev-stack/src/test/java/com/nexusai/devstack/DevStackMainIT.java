package com.nexusai.devstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevStackMainIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String OWN_LOCATION = Path.of(URI.create(DevStackMainIT.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()))
            .toString();

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPathWithoutTests(),
                DevStackMain.class.getName(),
                "--data",
                folder.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).start();
        processes.add(process);
        return process;
    }

    /** The tests' logging is none of the process's business. */
    private static String classPathWithoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.equals(OWN_LOCATION))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process startReady() throws IOException {
        Process process = start("--kafka-port", "0", "--redis-port", "0", "--clickhouse-port", "0");
        BufferedReader out = process.inputReader();
        assertThat(out.readLine()).matches("ready kafka=\\S+:\\d+ redis=redis://\\S+:\\d+ clickhouse=http://\\S+:\\d+");
        return process;
    }

    private static void awaitGone(List<ProcessHandle> children) {
        await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void shouldLeaveNoProcessAndNoAddressesWhenTerminated() throws Exception {
        Process process = startReady();
        List<ProcessHandle> children = process.descendants().toList();
        assertThat(children).hasSize(2);
        assertThat(Files.readString(folder.resolve("dev-stack.properties")))
                .contains("KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:", "REDIS_URL=redis://", "CLICKHOUSE_URL=http://");

        process.destroy();

        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        awaitGone(children);
        assertThat(folder.resolve("dev-stack.properties")).doesNotExist();
    }

    @Test
    void shouldStartAgainOnTheSameFolderAfterAKill() throws Exception {
        Process killed = startReady();
        List<ProcessHandle> children = killed.descendants().toList();
        killed.destroyForcibly().waitFor();

        Process next = startReady();

        awaitGone(children);
        next.destroy();
        assertThat(next.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldSayWhichPortIsTakenAndLeaveNothingBehind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            Process process = start("--kafka-port", "0", "--redis-port", port, "--clickhouse-port", "0");

            String error = new String(process.getErrorStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(error.strip().lines())
                    .containsExactly(
                            "Port " + port + " for Redis is taken: stop what uses it, or choose another port.");
            assertThat(process.descendants()).isEmpty();
        }
    }
}
