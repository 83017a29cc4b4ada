package com.nexusai.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine answers. The long question is asked only where there is a sign of one. */
final class Docker {
    private Docker() {}

    static boolean answers(Map<String, String> environment) {
        return isLikely(environment) && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean isLikely(Map<String, String> environment) {
        if (!environment.getOrDefault("DOCKER_HOST", "").isBlank()) {
            return true;
        }
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.of(
                        Path.of("/var/run/docker.sock"),
                        home.resolve(".docker/run/docker.sock"),
                        home.resolve(".docker/desktop/docker.sock"),
                        Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/run"), "docker.sock"))
                .anyMatch(Files::exists);
    }
}
