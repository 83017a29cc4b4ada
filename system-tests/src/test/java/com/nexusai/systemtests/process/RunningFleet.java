package com.nexusai.systemtests.process;

import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A dev-stack of its own and services on it, each a process. */
public final class RunningFleet implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(120);
    public static final List<String> ALL_SERVICES =
            List.of("ingest-service", "aggregator-service", "moderation-service", "query-service");

    public final DevStack stack;
    private final Path folder;
    private final Map<String, String> more;
    private final Map<String, ServiceJar> services = new LinkedHashMap<>();
    private final List<ServiceJar> others = new ArrayList<>();
    private final Map<String, String> keys;

    public RunningFleet(Path folder) throws IOException, InterruptedException {
        this(folder, ALL_SERVICES, Map.of());
    }

    /** @param more environment of every service, over what it needs anyway */
    public RunningFleet(Path folder, List<String> names, Map<String, String> more)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.more = more;
        stack = DevStack.start(DevStackConfig.in(folder.resolve("stack")));
        try {
            keys = createKeys();
            for (var name : names) {
                services.put(name, new ServiceJar(name, 0, folder, environment()));
            }
            services.values().forEach(ServiceJar::start);
            for (var service : services.values()) {
                System.out.printf(
                        "%s ready after %d ms%n",
                        service.name(), service.awaitReady(PATIENCE).toMillis());
            }
        } catch (IOException | InterruptedException | RuntimeException | AssertionError failure) {
            close();
            throw failure;
        }
    }

    public ServiceJar service(String name) {
        return services.get(name);
    }

    /** One more instance of a service, which shares its work from then on. */
    public ServiceJar another(String name) throws InterruptedException {
        var instance = new ServiceJar(name, others.size() + 1, folder, environment());
        others.add(instance);
        instance.start();
        instance.awaitReady(PATIENCE);
        return instance;
    }

    public String key(String name) {
        return keys.get(name);
    }

    private Map<String, String> environment() {
        var environment = new LinkedHashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", stack.kafkaBootstrapServers(),
                "CLICKHOUSE_URL", stack.clickHouseUrl(),
                "REDIS_URL", stack.redisUrl(),
                "SINK_BATCH_MS", "500",
                "LOG_FORMAT", "text"));
        environment.putAll(more);
        return environment;
    }

    /** With the tool and the command line that an operator uses. */
    private Map<String, String> createKeys() throws IOException, InterruptedException {
        var libraries = ServiceJar.app("query-service").resolve("lib") + "/*";
        var builder = new ProcessBuilder(ServiceJar.java(
                "-cp",
                libraries,
                "com.nexusai.kit.auth.ApiKeyTool",
                "create",
                "--tenant",
                "default",
                "--key",
                "ingest",
                "--key",
                "read",
                "--key",
                "moderate",
                "--key",
                "admin",
                "--format",
                "env"));
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", stack.kafkaBootstrapServers());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        var tool = builder.start();
        var printed = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!tool.waitFor(60, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            throw new IllegalStateException("no keys: " + printed);
        }
        var made = new LinkedHashMap<String, String>();
        printed.lines().filter(line -> line.contains("_KEY=")).forEach(line -> {
            int at = line.indexOf('=');
            made.put(line.substring(0, at), line.substring(at + 1));
        });
        return made;
    }

    @Override
    public void close() {
        others.forEach(ServiceJar::close);
        for (var service : services.values()) {
            service.close();
        }
        stack.close();
    }
}
