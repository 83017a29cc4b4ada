package com.nexusai.systemtests.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The SDKs as npm has them, fetched once into a cache folder, at the versions of the lock file. */
final class NodeSdks {
    private static final Path SOURCES = Path.of("src", "test", "resources", "sdks");

    private final Path folder;

    private NodeSdks(Path folder) {
        this.folder = folder;
    }

    static NodeSdks installed() throws IOException, InterruptedException {
        var lock = Files.readString(SOURCES.resolve("package-lock.json"));
        var folder = cache().resolve("sdks-" + Integer.toHexString(lock.hashCode()));
        Files.createDirectories(folder);
        for (var file : List.of("package.json", "package-lock.json", "send.mjs")) {
            Files.copy(SOURCES.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(folder.resolve("node_modules").resolve(".package-lock.json"))) {
            run(folder, Duration.ofMinutes(5), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
        return new NodeSdks(folder);
    }

    /** Returns when the SDK has its events off its hands. */
    void send(String sdk, String address, String key, long firstMillis) throws IOException, InterruptedException {
        run(folder, Duration.ofMinutes(2), "node", "send.mjs", sdk, address, key, Long.toString(firstMillis));
    }

    private static Path cache() {
        var home = System.getenv("XDG_CACHE_HOME");
        return (home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home))
                .resolve("nexusai-analytics");
    }

    private static void run(Path folder, Duration patience, String... command)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("sdk-", ".log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(List.of(command) + " did not end. It said:\n" + Files.readString(output));
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(List.of(command) + " failed. It said:\n" + Files.readString(output));
        }
        Files.delete(output);
    }
}
