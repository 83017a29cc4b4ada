package com.nexusai.query;

import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.process.Ports;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.lifecycle.Lifecycle;
import com.nexusai.schema.serde.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The whole service in this JVM, as its main starts it, on a free port. */
final class ServiceFixture implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Lifecycle lifecycle = new Lifecycle();
    private final int port;

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

    private ServiceFixture(String instance, Path stateDir, Map<String, String> more) {
        var stack = DevStack.shared();
        port = Ports.free();
        var variables = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", stack.kafkaBootstrapServers(),
                "REDIS_URL", stack.redisUrl(),
                "CLICKHOUSE_URL", stack.clickHouseUrl(),
                "CLICKHOUSE_DATABASE", Data.DATABASE,
                "HTTP_HOST", "127.0.0.1",
                "HTTP_PORT", Integer.toString(port),
                "ADVERTISED_SERVER", "127.0.0.1:" + port,
                "INSTANCE_ID", instance,
                "STATE_DIR", stateDir.resolve(instance).toString()));
        // tests come and go faster than a host that died
        variables.put("STREAMS_LEAVE_ON_STOP", "true");
        variables.put("STREAMS_SESSION_TIMEOUT_MS", "6000");
        variables.putAll(more);
        QueryMain.start(lifecycle, Env.of(variables));
    }

    static ServiceFixture start(String instance, Path stateDir, Map<String, String> more) {
        var service = new ServiceFixture(instance, stateDir, more);
        Awaitility.await("ready")
                .atMost(Duration.ofSeconds(60))
                .until(() -> service.get("/health/readiness").status() == 200);
        return service;
    }

    Answer get(String pathAndQuery) {
        return get(pathAndQuery, Map.of("Authorization", "Bearer " + Data.KEY));
    }

    Answer get(String pathAndQuery, Map<String, String> headers) {
        return send("GET", pathAndQuery, BodyPublishers.noBody(), headers);
    }

    Answer send(String method, String path, String json) {
        return send(method, path, BodyPublishers.ofString(json), Map.of("Authorization", "Bearer " + Data.KEY));
    }

    private Answer send(String method, String pathAndQuery, BodyPublisher sent, Map<String, String> headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                    .method(method, sent);
            headers.forEach(request::header);
            var response = client.send(request.build(), BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var body = type.contains("json") && !type.contains("ndjson")
                    ? Json.MAPPER.readTree(response.body())
                    : Json.MAPPER.nullNode();
            return new Answer(response.statusCode(), body, response);
        } catch (IOException failure) {
            throw new IllegalStateException(pathAndQuery, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        lifecycle.close();
    }
}
