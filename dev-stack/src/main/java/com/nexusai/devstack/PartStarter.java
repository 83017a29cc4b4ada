package com.nexusai.devstack;

import com.nexusai.devstack.clickhouse.ClickHousePart;
import com.nexusai.devstack.clickhouse.ContainerClickHouse;
import com.nexusai.devstack.clickhouse.EmbeddedClickHouse;
import com.nexusai.devstack.clickhouse.LibChdb;
import com.nexusai.devstack.kafka.ContainerKafka;
import com.nexusai.devstack.kafka.EmbeddedKafka;
import com.nexusai.devstack.kafka.KafkaPart;
import com.nexusai.devstack.process.DevStackException;
import com.nexusai.devstack.redis.ContainerRedis;
import com.nexusai.devstack.redis.EmbeddedRedis;
import com.nexusai.devstack.redis.RedisPart;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Decides for each part: a server whose address was given, a container, or embedded. */
final class PartStarter {
    private static final long SPACE_NEEDED = 300_000_000;

    private final DevStackConfig config;
    private final boolean containers;

    PartStarter(DevStackConfig config) {
        this.config = config;
        this.containers = switch (config.mode()) {
            case EMBEDDED -> false;
            case CONTAINERS -> true;
            case AUTO -> Docker.answers(config.environment());
        };
    }

    void checkSpace() {
        try {
            if (Files.getFileStore(config.folder()).getUsableSpace() < SPACE_NEEDED) {
                throw new DevStackException("The disk of " + config.folder()
                        + " is full (less than 300 MB free): make room, or use another data folder.");
            }
        } catch (IOException e) {
            throw new DevStackException("The data folder " + config.folder() + " cannot be read: " + e, e);
        }
    }

    KafkaPart kafka() {
        Optional<String> given = given("KAFKA_BOOTSTRAP_SERVERS");
        if (given.isPresent()) {
            return new KafkaPart.External(given.get());
        }
        return containers
                ? ContainerKafka.start(config.port(Part.KAFKA))
                : EmbeddedKafka.start(config.folder().resolve("kafka"), config.port(Part.KAFKA));
    }

    RedisPart redis() {
        Optional<String> given = given("REDIS_URL");
        if (given.isPresent()) {
            return new RedisPart.External(given.get());
        }
        return containers
                ? ContainerRedis.start(config.port(Part.REDIS))
                : EmbeddedRedis.start(config.folder().resolve("redis"), config.port(Part.REDIS));
    }

    ClickHousePart clickHouse() {
        Optional<String> given = given("CLICKHOUSE_URL");
        if (given.isPresent()) {
            return new ClickHousePart.External(given.get());
        }
        if (containers) {
            return ContainerClickHouse.start(config.port(Part.CLICKHOUSE));
        }
        return EmbeddedClickHouse.start(
                new LibChdb(config.environment()).locate(),
                config.folder().resolve("clickhouse"),
                config.port(Part.CLICKHOUSE));
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(config.environment().get(variable)).filter(value -> !value.isBlank());
    }
}
