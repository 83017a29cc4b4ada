package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console in a headless Chromium, as this service serves it, over stubs of both APIs. The tests themselves are in
 * src/test/console; npm fetches what drives the browser, at the versions of the lock file.
 */
class ConsoleIT {
    private static final String INGEST = "http://ingest.example";

    private static final Path TESTS = Path.of("src", "test", "console").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(25);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final Path ON_MACOS = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    @TempDir
    Path folder;

    @Test
    void shouldDoWhatPeopleDoInABrowser() throws IOException, InterruptedException {
        var chromium = chromium();
        if (chromium.isEmpty()) {
            var missing =
                    "There is no Chromium for the console's tests: install the package chromium, or name one in CHROMIUM.";
            System.err.println(missing);
            assertThat(System.getenv("CI")).as(missing).isNull();
            abort(missing);
        }
        run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        try (var service = new ConsoleServer(INGEST)) {
            run(
                    Map.of(
                            "CONSOLE_URL",
                            service.url(),
                            "CHROMIUM",
                            chromium.orElseThrow().toString()),
                    "node",
                    "--test",
                    "--test-concurrency=1",
                    ".");
        }
    }

    private void run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var output = folder.resolve(command[0] + ".log");
        var builder = new ProcessBuilder(command)
                .directory(TESTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(List.of(command) + " did not end. It said:\n" + Files.readString(output));
        }
        assertThat(process.exitValue()).as(() -> said(output)).isZero();
    }

    private static String said(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static Optional<Path> chromium() {
        var named = System.getenv("CHROMIUM");
        var searched = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(
                        named == null ? Stream.empty() : Stream.of(Path.of(named)),
                        Stream.concat(searched, Stream.of(ON_MACOS)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
