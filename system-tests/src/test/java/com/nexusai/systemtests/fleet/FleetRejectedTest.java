package com.nexusai.systemtests.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./fleet rejected} asks, seen by an ingest-service that only listens. */
class FleetRejectedTest {
    private static final int INGEST_PORT = 8081;

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private int code = 200;
    private HttpServer ingest;

    @BeforeEach
    void listen() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        ingest.createContext("/api/v1/rejected-events", this::take);
        ingest.start();
        int offset = ingest.getAddress().getPort() - INGEST_PORT;
        Files.writeString(folder.resolve(".fleet-data"), "port-offset=" + offset + "\n");
        Files.writeString(folder.resolve("keys"), "ADMIN_KEY=a\nINGEST_KEY=b\nREAD_KEY=c\nMODERATE_KEY=d\n");
    }

    @AfterEach
    void stop() {
        ingest.stop(0);
    }

    @Test
    void shouldShowGroupsAndListsWithTheAdminKey() throws Exception {
        answers.add("{\"groups\":[]}");

        assertThat(rejected().out()).isEqualTo("{\"groups\":[]}\n");
        rejected("list", "--code", "too_old", "--source", "my app", "-n", "5");
        rejected("show", "3-412");

        assertThat(asked)
                .containsExactly("a GET /groups ", "a GET ?code=too_old&source=my%20app&limit=5 ", "a GET /3-412 ");
    }

    @Test
    void shouldTryAndResubmitOneWithAPatch() throws Exception {
        rejected("try", "3-412", "{\"type\":\"T\"}");
        rejected("resubmit", "3-412", "--backfill");

        assertThat(asked)
                .containsExactly(
                        "a POST /3-412/try {\"patch\":{\"type\":\"T\"},\"backfill\":false}",
                        "a POST /3-412/resubmit {\"backfill\":true}");
    }

    @Test
    void shouldResubmitAGroupToItsEnd() throws Exception {
        answers.add(
                "{\"good\":2,\"rejected\":1,\"results\":[{\"id\":\"0-1\",\"status\":\"rejected\"}],\"next\":\"0-3\"}");
        answers.add("{\"good\":1,\"rejected\":0,\"results\":[]}");

        var sent = rejected("resubmit", "--all", "--code", "missing_field", "{\"type\":\"T\"}");

        assertThat(sent.out()).isEqualTo("3 sent, 1 still rejected\n");
        assertThat(asked)
                .containsExactly(
                        "a POST /resubmit {\"patch\":{\"type\":\"T\"},\"code\":\"missing_field\",\"backfill\":false,"
                                + "\"dryRun\":false,\"limit\":500}",
                        "a POST /resubmit {\"patch\":{\"type\":\"T\"},\"code\":\"missing_field\",\"backfill\":false,"
                                + "\"dryRun\":false,\"limit\":500,\"after\":\"0-3\"}");
    }

    @Test
    void shouldFailWhenTheServiceRefusesOrNothingIsNamed() throws Exception {
        code = 422;

        assertThat(rejected("resubmit", "3-412").code()).isEqualTo(1);
        assertThat(rejected("show").code()).isEqualTo(2);
        assertThat(rejected("resubmit", "--all").err()).contains("--code");
    }

    private FleetScript.Outcome rejected(String... words) throws Exception {
        var all = Stream.concat(Stream.of("rejected", "--data", folder.toString()), Stream.of(words));
        return new FleetScript(folder).call(all.toArray(String[]::new));
    }

    private void take(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        asked.add(exchange.getRequestHeaders().getFirst("X-Api-Key") + " " + exchange.getRequestMethod() + " "
                + uri.getPath().substring("/api/v1/rejected-events".length())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()) + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var answer = answers.isEmpty() ? "{}" : answers.remove();
        exchange.sendResponseHeaders(code, 0);
        exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }
}
