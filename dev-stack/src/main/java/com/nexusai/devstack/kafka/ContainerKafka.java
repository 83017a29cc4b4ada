package com.nexusai.devstack.kafka;

import com.nexusai.devstack.process.FixedPort;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka in a container. Its data goes with it. */
public final class ContainerKafka implements KafkaPart {
    private static final DockerImageName IMAGE = DockerImageName.parse("apache/kafka:4.3.1");
    private static final int CONTAINER_PORT = 9092;

    private final KafkaContainer container;

    private ContainerKafka(KafkaContainer container) {
        this.container = container;
    }

    public static ContainerKafka start(int port) {
        KafkaContainer container = new KafkaContainer(IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        FixedPort.bind(container, port, CONTAINER_PORT);
        container.start();
        return new ContainerKafka(container);
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void close() {
        container.stop();
    }
}
