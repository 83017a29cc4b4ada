package com.nexusai.benchmarks.aggregator.race;

import com.nexusai.benchmarks.aggregator.child.Broker;
import com.nexusai.benchmarks.aggregator.child.RunSettings;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.kit.kafka.KafkaClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A broker of its own, with the topic of the events and nothing on it. */
public final class Arena implements AutoCloseable {
    private final Path folder;
    private final Broker broker;
    private final KafkaClients clients;
    private final Admin admin;
    private final Topics topics;

    private Arena(Path folder, Broker broker, int partitions) {
        this.folder = folder;
        this.broker = broker;
        this.clients = new KafkaClients(config(broker), new SimpleMeterRegistry());
        this.admin = clients.admin();
        this.topics = new Topics(admin, partitions);
    }

    public static Arena open(Path folder, int partitions) {
        var arena = new Arena(folder, Broker.start(folder), partitions);
        try {
            arena.topics.createInput();
            return arena;
        } catch (RuntimeException failed) {
            arena.close();
            throw failed;
        }
    }

    private static ServiceConfig config(Broker broker) {
        return ServiceConfig.from(Env.of(Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers())), "bench", 0);
    }

    /** What a contender is told when it runs here. */
    public RunSettings setting(String id, RaceSettings race) {
        return new RunSettings(
                broker.bootstrapServers(),
                id,
                folder.resolve(id),
                race.commitMillis(),
                race.threads(),
                race.cacheBytes());
    }

    /** Makes the topics that it writes its results to. */
    public void create(Contender contender) {
        topics.create(contender.topics());
    }

    Topics topics() {
        return topics;
    }

    Broker broker() {
        return broker;
    }

    public KafkaClients clients() {
        return clients;
    }

    @Override
    public void close() {
        admin.close();
        clients.close();
        broker.close();
    }
}
