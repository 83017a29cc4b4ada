package com.nexusai.devstack.kafka;

import com.nexusai.devstack.process.DevStackException;
import com.nexusai.devstack.process.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One KRaft node, broker and controller together, in this JVM. Its folder keeps cluster id and records. */
public final class EmbeddedKafka implements KafkaPart {
    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    public static EmbeddedKafka start(Path folder, int wishedPort) {
        int port = Ports.choose(wishedPort, "Kafka");
        Properties properties = EmbeddedKafkaProperties.of(folder.resolve("data"), port, Ports.choose(0, "Kafka"));
        try {
            Path file = write(properties, folder);
            formatOnce(folder.resolve("data"), file);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, "127.0.0.1:" + port);
        } catch (IOException e) {
            throw new DevStackException("Kafka could not write to " + folder + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new DevStackException("Kafka did not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Path write(Properties properties, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("server.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private static void formatOnce(Path data, Path properties) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        String clusterId = Uuid.randomUuid().toString();
        int result = StorageTool.execute(
                new String[] {"format", "-t", clusterId, "-c", properties.toString()},
                new PrintStream(OutputStream.nullOutputStream()));
        if (result != 0) {
            throw new DevStackException("Kafka's log folder " + data + " could not be formatted");
        }
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
