package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.nexusai.devstack.browser.BrowserTests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a headless Chromium, as this service serves it, over stubs of both APIs. */
class ConsoleIT {
    private static final String INGEST = "http://ingest.example";

    @TempDir
    Path folder;

    @Test
    void shouldDoWhatPeopleDoInABrowser() throws IOException, InterruptedException {
        var chromium = BrowserTests.chromium();
        if (chromium.isEmpty()) {
            var missing =
                    "There is no Chromium for the console's tests: install the package chromium, or name one in CHROMIUM.";
            System.err.println(missing);
            assertThat(System.getenv("CI")).as(missing).isNull();
            abort(missing);
        }
        try (var service = new ConsoleServer(INGEST)) {
            new BrowserTests(folder, Duration.ofMinutes(25)).run(chromium.orElseThrow(), service.url(), Map.of());
        }
    }
}
