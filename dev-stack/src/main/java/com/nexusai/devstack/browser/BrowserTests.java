package com.nexusai.devstack.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a console's tests, which are modules of node in {@code src/test/console}, in a headless Chromium. npm fetches what
 * drives the browser, once for all consoles, at the versions of the kit's lock file.
 */
public final class BrowserTests {
    private static final Path DRIVER = Path.of("..", "service-kit", "src", "test", "console");
    private static final Path TESTS = Path.of("src", "test", "console");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final Path ON_MACOS = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Path logs;
    private final Duration patience;

    /** @param logs a folder for what the tests print */
    public BrowserTests(Path logs, Duration patience) {
        this.logs = logs;
        this.patience = patience;
    }

    public static Optional<Path> chromium() {
        var named = System.getenv("CHROMIUM");
        var searched = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        var candidates = Stream.concat(named == null ? Stream.empty() : Stream.of(Path.of(named)), searched);
        return Stream.concat(candidates, Stream.of(ON_MACOS))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Returns when all tests have passed.
     *
     * @param url where the service serves its console
     * @param environment what the tests want to know beside that
     * @throws AssertionError with what they print if one fails
     */
    public void run(Path chromium, String url, Map<String, String> environment)
            throws IOException, InterruptedException {
        var known = new HashMap<>(environment);
        known.put("CONSOLE_URL", url);
        known.put("CHROMIUM", chromium.toString());
        run(DRIVER, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        run(TESTS, known, "node", "--test", "--test-concurrency=1", ".");
    }

    private void run(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var output = logs.resolve(command[0] + ".log");
        var builder = new ProcessBuilder(command)
                .directory(directory.toAbsolutePath().normalize().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(
                    List.of(command) + (ended ? " failed" : " did not end") + ":\n" + Files.readString(output));
        }
    }
}
