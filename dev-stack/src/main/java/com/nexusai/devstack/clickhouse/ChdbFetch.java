package com.nexusai.devstack.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.devstack.process.DevStackException;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Fetches the library with the npm client. Several processes may try at once: one fetches, the others wait for it. */
final class ChdbFetch {
    private static final ReentrantLock ONE_IN_THIS_JVM = new ReentrantLock();
    private static final long SPACE_NEEDED = 1_500_000_000;

    private final Map<String, String> environment;
    private final ChdbPlatform platform;
    private final Path cache;

    ChdbFetch(Map<String, String> environment, ChdbPlatform platform, Path cache) {
        this.environment = environment;
        this.platform = platform;
        this.cache = cache;
    }

    void fetchTo(Path target) {
        ONE_IN_THIS_JVM.lock();
        try {
            Files.createDirectories(cache);
            try (FileChannel lock =
                    FileChannel.open(cache.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (!Files.isRegularFile(target)) {
                    install(target);
                }
            }
        } catch (IOException e) {
            throw new DevStackException(
                    "The ClickHouse library could not be put into " + cache + ": " + e.getMessage() + ". " + waysOut(),
                    e);
        } finally {
            ONE_IN_THIS_JVM.unlock();
        }
    }

    private void install(Path target) throws IOException {
        Path npm = npm().orElseThrow(() -> new DevStackException(
                "The ClickHouse library is not on this machine yet and there is no npm to fetch it with. "
                        + waysOut()));
        if (Files.getFileStore(cache).getUsableSpace() < SPACE_NEEDED) {
            throw new DevStackException("The ClickHouse library needs 1.5 GB of free disk in " + cache
                    + " while it is fetched: make room, or set XDG_CACHE_HOME to a folder with more.");
        }
        System.err.println("Fetching the ClickHouse library " + LibChdb.VERSION
                + " with npm, once (about 550 MB unpacked, usually under a minute) …");
        Path workplace = Files.createTempDirectory(cache, "fetch-");
        try {
            runNpm(npm, workplace);
            Path library = workplace
                    .resolve("node_modules")
                    .resolve(platform.npmPackage())
                    .resolve(target.getFileName().toString());
            Files.createDirectories(cache.resolve(LibChdb.VERSION));
            Files.move(libraryIn(library), target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteTree(workplace);
        }
        System.err.println("The ClickHouse library is in " + target);
    }

    /** The macOS packages have named their file both ways. */
    private static Path libraryIn(Path expected) {
        return Files.isRegularFile(expected) ? expected : expected.resolveSibling("libchdb.so");
    }

    private void runNpm(Path npm, Path workplace) throws IOException {
        Process process = new ProcessBuilder(
                        npm.toString(),
                        "install",
                        "--no-save",
                        "--no-package-lock",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--loglevel=error",
                        "--prefix",
                        workplace.toString(),
                        platform.npmPackage() + "@" + LibChdb.VERSION)
                .directory(workplace.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new DevStackException("npm could not fetch the ClickHouse library: "
                        + output.strip().lines().findFirst().orElse("it gave no reason") + ". " + waysOut());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new DevStackException("Interrupted while npm was fetching the ClickHouse library", e);
        }
    }

    private Optional<Path> npm() {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "npm"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String waysOut() {
        return "Three ways out: install npm (it comes with Node.js), set CHDB_LIBRARY to the path of a libchdb,"
                + " or set CLICKHOUSE_URL to a running ClickHouse server.";
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
