package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Changes as they come. */
@Timeout(30)
class StreamTest {
    private static final String STREAM = "/api/v1/analytics/stream?metrics=events";

    @TempDir
    Path folder;

    private AnswersFixture fixture;

    @BeforeEach
    void open() {
        fixture = new AnswersFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldTellWhatIsThereAndThenEachChangeWithinASecond() throws Exception {
        fixture.pipe.count("LOGIN", AnswersFixture.NOW, 6);
        try (var lines = reader(STREAM)) {
            var first = event(lines);
            assertThat(first).anyMatch(line -> line.equals("event: cell"));
            assertThat(data(first))
                    .contains("\"count\":6", "\"start\":\"2026-03-01T12:30:00Z\"", "\"dimension\":\"*\"");

            long changed = System.nanoTime();
            fixture.pipe.count("LOGIN", AnswersFixture.NOW, 1);

            assertThat(data(event(lines))).contains("\"count\":7");
            assertThat(Duration.ofNanos(System.nanoTime() - changed)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void shouldTellWhatWasMissedWhenSomebodyComesBack() throws Exception {
        fixture.pipe.count("LOGIN", AnswersFixture.NOW.minusSeconds(120), 2);
        fixture.pipe.count("LOGIN", AnswersFixture.NOW, 3);
        var id = Long.toString(AnswersFixture.NOW.minusSeconds(125).toEpochMilli());

        try (var lines = reader(STREAM + "&dimensions=LOGIN", "Last-Event-ID", id)) {
            assertThat(data(event(lines))).contains("\"count\":2", "LOGIN");
            assertThat(data(event(lines))).contains("\"count\":3");
        }
    }

    @Test
    void shouldSaySoWhenSomebodyWasAwayForTooLong() throws Exception {
        try (var lines = reader(STREAM, "Last-Event-ID", "1000")) {
            assertThat(event(lines)).contains("event: resync");
        }
    }

    @Test
    void shouldRefuseWhatCannotBeToldBeforeItBegins() {
        assertThat(fixture.get("/api/v1/analytics/stream").text("/field")).isEqualTo("metrics");
        assertThat(fixture.get("/api/v1/analytics/stream?metrics=new_users&granularity=hour")
                        .text("/field"))
                .isEqualTo("granularity");
        assertThat(fixture.get("/api/v1/analytics/stream?metrics=nonsense").status())
                .isEqualTo(404);
        assertThat(fixture.get(STREAM, "Last-Event-ID", "x").status()).isEqualTo(400);
    }

    private BufferedReader reader(String path, String... headers) {
        return new BufferedReader(new InputStreamReader(fixture.open(path, headers), StandardCharsets.UTF_8));
    }

    /** The lines of the next event; comments and the like are passed over. */
    private static List<String> event(BufferedReader lines) throws Exception {
        var event = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isEmpty()) {
                event.add(line);
            } else if (event.stream().anyMatch(each -> each.startsWith("data: "))) {
                return event;
            } else {
                event.clear();
            }
        }
        throw new AssertionError("the stream has ended after " + event);
    }

    private static String data(List<String> event) {
        return event.stream()
                .filter(line -> line.startsWith("data: "))
                .findFirst()
                .orElseThrow();
    }
}
