package com.nexusai.kit.http;

import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.Keys;
import com.nexusai.kit.config.HttpConfig;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.metrics.Metrics;
import com.nexusai.schema.serde.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A server on a free port, and a client that speaks to it. */
final class TestServer implements AutoCloseable {
    static final int MAX_BODY = 4_000_000;

    final Keys keys = new Keys().with("admin", "admin").with("ingest", "ingest").with("reader", "read");
    final Health health = new Health();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    TestServer(Routes... routes) {
        this(0, 4 * MAX_BODY, List.of(), routes);
    }

    private TestServer(int port, long inFlightBytes, List<String> origins, Routes... routes) {
        var config = new HttpConfig(
                "127.0.0.1", port, MAX_BODY, inFlightBytes, Duration.ofSeconds(30), Duration.ofSeconds(10), origins);
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        server = new HttpServer(
                config,
                new Authentication(keys, null, clock),
                health,
                Metrics.registry("test", "one"),
                List.of(routes));
        server.start();
    }

    static TestServer onPort(int port) {
        return new TestServer(port, MAX_BODY, List.of());
    }

    static TestServer withInFlightBytes(long inFlightBytes, Routes... routes) {
        return new TestServer(0, inFlightBytes, List.of(), routes);
    }

    static TestServer withCorsOrigins(List<String> origins, Routes... routes) {
        return new TestServer(0, 4 * MAX_BODY, origins, routes);
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers));
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
