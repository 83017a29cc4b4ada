package com.nexusai.systemtests.process;

import com.nexusai.devstack.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service as it is deployed: its jar with its libraries beside it, in a process that can be killed. */
public final class ServiceJar implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String name;
    private final Path log;
    private final Map<String, String> environment;
    private final int port;
    private @Nullable Process process;
    private long startedAt;

    /** @param number which instance of the service it is */
    ServiceJar(String name, int number, Path folder, Map<String, String> common) {
        this.name = name;
        var instance = name + "-" + number;
        this.log = folder.resolve(instance + ".log");
        this.port = Ports.free();
        this.environment = new HashMap<>(common);
        environment.put("HTTP_HOST", "127.0.0.1");
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("ADVERTISED_SERVER", "127.0.0.1:" + port);
        environment.put("INSTANCE_ID", instance);
        environment.put("STATE_DIR", folder.resolve("state").resolve(instance).toString());
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    static Path app(String module) {
        var app = Path.of("..", module, "target", "app").toAbsolutePath().normalize();
        if (!Files.exists(app.resolve(module + ".jar"))) {
            throw new IllegalStateException(app + " has no jar; build the fleet first: ./fleet test does");
        }
        return app;
    }

    static List<String> java(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx384m",
                "-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        return command;
    }

    public void start() {
        try {
            var builder = new ProcessBuilder(
                            java("-jar", app(name).resolve(name + ".jar").toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            startedAt = System.nanoTime();
            process = builder.start();
        } catch (IOException failure) {
            throw new IllegalStateException(name + " cannot be started", failure);
        }
    }

    /** Like a power cut to this process alone: no hook runs, nothing is flushed. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** @return how long it took since the start */
    public Duration awaitReady(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            if (!running().isAlive()) {
                throw new AssertionError(name + " ended while it was starting. Its log:\n" + tail());
            }
            if (isReady()) {
                return Duration.ofNanos(System.nanoTime() - startedAt);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError(name + " was not ready within " + patience + ". Its log:\n" + tail());
    }

    public boolean isReady() {
        try {
            return get("/health/readiness", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public HttpResponse<String> get(String path, String key) throws IOException {
        return send(request(path, key).GET().build());
    }

    public HttpResponse<String> post(String path, String key, String json) throws IOException {
        return post(path, key, json, Map.of());
    }

    public HttpResponse<String> post(String path, String key, String json, Map<String, String> headers)
            throws IOException {
        var request = request(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request.build());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    public String tail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!ended(process)) {
                process.destroyForcibly();
                throw new AssertionError(name + " did not end on SIGTERM. Its log:\n" + tail());
            }
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
