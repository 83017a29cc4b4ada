package com.nexusai.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.nexusai.devstack.browser.BrowserTests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review console in a headless Chromium, over the real service. What is tried is in src/test/console. */
class ReviewConsoleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final String tenant = "t-" + UUID.randomUUID();

    @Test
    void shouldDoWhatModeratorsDoInABrowser() throws IOException, InterruptedException {
        var chromium = BrowserTests.chromium();
        if (chromium.isEmpty()) {
            var missing =
                    "There is no Chromium for the console's tests: install the package chromium, or name one in CHROMIUM.";
            System.err.println(missing);
            assertThat(System.getenv("CI")).as(missing).isNull();
            abort(missing);
        }
        try (var service = new RunningService("console", folder.resolve("state"), key("mia"))) {
            await().atMost(PATIENCE).until(service::ready);
            var keys = new TenantKeys(tenant);
            keys.create("mia", key("mia"), "moderate");
            keys.create("max", key("max"), "moderate");
            keys.create("lea", key("lea"), "moderate", "lead");
            await().atMost(PATIENCE)
                    .until(() -> service.get("/api/v1/moderation/stats").statusCode() == 200);
            var known = Map.of("KEY_MIA", key("mia"), "KEY_MAX", key("max"), "KEY_LEA", key("lea"));
            new BrowserTests(folder, Duration.ofMinutes(10))
                    .run(chromium.orElseThrow(), "http://" + service.address(), known);
        }
    }

    private String key(String name) {
        return name + "-" + tenant;
    }
}
