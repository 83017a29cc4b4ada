package com.nexusai.devstack.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A broker for one machine: everything once, small buffers, no waiting for peers that will never come. */
final class EmbeddedKafkaProperties {
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "3"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "3"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // after a kill -9 the node waits this long for itself to be gone: 9 s by default
            Map.entry("broker.session.timeout.ms", "4000"),
            Map.entry("broker.heartbeat.interval.ms", "1000"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "4"),
            // an idle broker should not write a metadata record twice a second
            Map.entry("metadata.max.idle.interval.ms", "5000"),
            // 128 MB by default, taken from the heap at start
            Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
            Map.entry("log.index.size.max.bytes", "2097152"));

    private EmbeddedKafkaProperties() {}

    static Properties of(Path data, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(ALWAYS);
        String listener = "PLAINTEXT://127.0.0.1:" + port;
        properties.setProperty("listeners", listener + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", listener);
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.setProperty("log.dirs", data.toAbsolutePath().toString());
        return properties;
    }
}
