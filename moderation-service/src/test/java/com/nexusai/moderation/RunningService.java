package com.nexusai.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.process.Ports;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.lifecycle.Lifecycle;
import com.nexusai.schema.serde.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An instance of the whole service in this JVM, and a moderator in front of it. */
final class RunningService implements AutoCloseable {
    private final Lifecycle lifecycle = new Lifecycle();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String key;
    private final int port = Ports.free();

    RunningService(String instance, Path state, String key) {
        this(instance, state, key, Map.of());
    }

    /** @param more variables besides */
    RunningService(String instance, Path state, String key, Map<String, String> more) {
        this.key = key;
        var environment = environment(instance, state);
        environment.putAll(more);
        var server = ModerationMain.start(lifecycle, Env.of(environment));
        assertThat(server.port()).isEqualTo(port);
    }

    private Map<String, String> environment(String instance, Path state) {
        var variables = new HashMap<String, String>();
        variables.put("KAFKA_BOOTSTRAP_SERVERS", DevStack.shared().kafkaBootstrapServers());
        variables.put("HTTP_HOST", "127.0.0.1");
        variables.put("HTTP_PORT", Integer.toString(port));
        variables.put("ADVERTISED_SERVER", address());
        variables.put("CONSOLE_MEDIA_ORIGINS", "https://media.example");
        variables.put("INSTANCE_ID", instance);
        variables.put("STATE_DIR", state.toString());
        variables.put("TOPICS_PARTITIONS", "4");
        variables.put("STREAMS_COMMIT_INTERVAL_MS", "100");
        variables.put("STREAMS_SESSION_TIMEOUT_MS", "6000");
        return variables;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    boolean ready() {
        return get("/health/readiness").statusCode() == 200;
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    JsonNode json(String path) {
        var response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.MAPPER.readTree(response.body());
    }

    JsonNode moderate(String contentId, String text) {
        var body = Json.MAPPER.writeValueAsString(Map.of("contentId", contentId, "text", text));
        var response = send(request("/api/v1/moderation/moderate")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.MAPPER.readTree(response.body());
    }

    /** @param commandId null for none */
    HttpResponse<String> post(String who, String path, String json, String commandId) {
        var request = HttpRequest.newBuilder(URI.create("http://" + address() + path))
                .header("Authorization", "Bearer " + who)
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (commandId != null) {
            request.header("Idempotency-Key", commandId);
        }
        return send(request);
    }

    HttpResponse<String> put(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + address() + path))
                .header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        lifecycle.close();
        client.close();
    }
}
