package com.nexusai.devstack.redis;

import com.nexusai.devstack.process.FixedPort;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Redis in a container. Its data goes with it. */
public final class ContainerRedis implements RedisPart {
    private static final DockerImageName IMAGE = DockerImageName.parse("redis:8");
    private static final int CONTAINER_PORT = 6379;

    private final GenericContainer<?> container;

    private ContainerRedis(GenericContainer<?> container) {
        this.container = container;
    }

    public static ContainerRedis start(int port) {
        GenericContainer<?> container = new GenericContainer<>(IMAGE).withExposedPorts(CONTAINER_PORT);
        FixedPort.bind(container, port, CONTAINER_PORT);
        container.start();
        return new ContainerRedis(container);
    }

    @Override
    public String url() {
        return "redis://" + container.getHost() + ":" + container.getMappedPort(CONTAINER_PORT);
    }

    @Override
    public void close() {
        container.stop();
    }
}
