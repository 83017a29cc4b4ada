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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./fleet send} puts on the wire, seen by an ingest-service that only listens. */
class FleetSendTest {
    private static final int INGEST_PORT = 8081;

    @TempDir
    private Path folder;

    private final List<String> bodies = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private int answer = 202;
    private HttpServer ingest;

    @BeforeEach
    void listen() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        ingest.createContext("/api/v1/analytics/track", this::take);
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
    void shouldSendTypeUserAndPropertiesWithTheIngestKey() throws Exception {
        var sent = send("PAYMENT_COMPLETED", "--user", "ada", "amount=9.99", "currency=EUR", "trial=false", "zip=007");

        assertThat(sent.code()).isZero();
        assertThat(sent.out()).isEqualTo("{\"taken\":true}\n");
        assertThat(keys).containsExactly("b");
        assertThat(bodies)
                .containsExactly("{\"type\":\"PAYMENT_COMPLETED\",\"userId\":\"ada\",\"properties\":"
                        + "{\"amount\":9.99,\"currency\":\"EUR\",\"trial\":false,\"zip\":\"007\"}}");
    }

    @Test
    void shouldEscapeWhatJsonCannotHold() throws Exception {
        send("MESSAGE_SENT", "--user", "a\"d\\a", "--text", "two\nlines\tand é");

        assertThat(bodies)
                .containsExactly("{\"type\":\"MESSAGE_SENT\",\"userId\":\"a\\\"d\\\\a\",\"properties\":{},"
                        + "\"content\":{\"text\":\"two\\nlines\\tand é\"}}");
    }

    @Test
    void shouldSendJsonAsItIs() throws Exception {
        send("{\"type\":\"X\"}");

        assertThat(bodies).containsExactly("{\"type\":\"X\"}");
    }

    @Test
    void shouldFailWhenTheEventIsRefused() throws Exception {
        answer = 400;

        var refused = send("FEATURE_USED");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("400").hasLineCount(1);
    }

    @Test
    void shouldPrintTheKeysForAShell() throws Exception {
        var printed = new FleetScript(folder).call("keys", "--data", folder.toString());

        assertThat(printed.out()).isEqualTo("ADMIN_KEY=a\nINGEST_KEY=b\nREAD_KEY=c\nMODERATE_KEY=d\n");
    }

    private FleetScript.Outcome send(String... words) throws Exception {
        var all = Stream.concat(Stream.of("send", "--data", folder.toString()), Stream.of(words));
        return new FleetScript(folder).call(all.toArray(String[]::new));
    }

    private void take(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        keys.add(exchange.getRequestHeaders().getFirst("X-Api-Key"));
        exchange.sendResponseHeaders(answer, 0);
        exchange.getResponseBody().write("{\"taken\":true}".getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }
}
