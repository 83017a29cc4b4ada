package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleRoutesTest {
    private static final Path FILES = Path.of("src", "main", "resources", "console");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import\\()'(\\.{1,2}/[^'\n]+)'");

    private final HttpClient client = HttpClient.newHttpClient();
    private ConsoleServer server;

    @BeforeEach
    void start() {
        server = new ConsoleServer("https://ingest.example");
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/explore", "/users", "/dashboards/d1", "/shared/token", "/rejected", "/settings"})
    void shouldServeTheSameDocumentForEveryPageWhenNobodyIsSignedIn(String page) {
        var answer = get(page);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("/console/main.js");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self' https://ingest.example;");
    }

    @Test
    void shouldServeEveryFileThatAnotherOneNames() throws IOException {
        try (var files = Files.walk(FILES)) {
            var modules = files.filter(file -> file.toString().endsWith(".js")).toList();
            assertThat(modules).hasSizeGreaterThan(30);
            for (var module : modules) {
                assertThat(get("/console/" + FILES.relativize(module)).statusCode())
                        .as(module.toString())
                        .isEqualTo(200);
                var imports = IMPORT.matcher(Files.readString(module));
                while (imports.find()) {
                    // the kit's files are served as if they lay in the same folder
                    var imported = module.resolveSibling(imports.group(1)).normalize();
                    assertThat(get("/console/" + FILES.relativize(imported)).statusCode())
                            .as(module + " imports " + imported)
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void shouldServeTheChartingLibraryFromItsJar() {
        var script = get("/console/lib/uplot.js");

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(header(script, "Content-Type")).startsWith("text/javascript");
        assertThat(script.body()).contains("uPlot");
        assertThat(get("/console/lib/uplot.css").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSendNothingAgainWhenTheBrowserHasIt() {
        var tag = header(get("/console/main.js"), "ETag");

        var again = get("/console/main.js", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/nothing.js", "/console/..%2Fopenapi.yaml", "/console/core", "/console/main.JS"})
    void shouldServeNothingElseOfTheClassPath(String path) {
        assertThat(get(path).statusCode()).isBetween(400, 499);
    }

    @Test
    void shouldSayWhereIngestServiceIs() {
        assertThat(get("/console/config.json").body()).isEqualTo("{\"ingestUrl\":\"https://ingest.example\"}");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> get(String path, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create(server.url() + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(path, failure);
        }
    }
}
