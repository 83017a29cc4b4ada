package com.nexusai.devstack.clickhouse;

import com.nexusai.devstack.process.FixedPort;
import org.testcontainers.clickhouse.ClickHouseContainer;
import org.testcontainers.utility.DockerImageName;

/** ClickHouse in a container, with the default user and no password, as embedded. Its data goes with it. */
public final class ContainerClickHouse implements ClickHousePart {
    private static final DockerImageName IMAGE = DockerImageName.parse("clickhouse/clickhouse-server:26.7");
    private static final int CONTAINER_PORT = 8123;

    private final ClickHouseContainer container;

    private ContainerClickHouse(ClickHouseContainer container) {
        this.container = container;
    }

    public static ContainerClickHouse start(int port) {
        ClickHouseContainer container = new ClickHouseContainer(IMAGE)
                .withUsername("default")
                .withPassword("")
                .withEnv("CLICKHOUSE_SKIP_USER_SETUP", "1");
        FixedPort.bind(container, port, CONTAINER_PORT);
        container.start();
        return new ContainerClickHouse(container);
    }

    @Override
    public String url() {
        return "http://" + container.getHost() + ":" + container.getMappedPort(CONTAINER_PORT);
    }

    @Override
    public void close() {
        container.stop();
    }
}
