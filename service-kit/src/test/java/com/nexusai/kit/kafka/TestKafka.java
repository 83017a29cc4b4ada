package com.nexusai.kit.kafka;

import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import com.nexusai.devstack.Part;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One broker for all integration tests of this module; each test takes topics of its own. */
public final class TestKafka {
    private static final Path ROOT = root();
    private static final DevStack STACK = start();

    private TestKafka() {}

    public static String servers() {
        return STACK.kafkaBootstrapServers();
    }

    public static Map<String, String> variables(String... more) {
        var variables = new HashMap<String, String>();
        variables.put("KAFKA_BOOTSTRAP_SERVERS", servers());
        variables.put("TOPICS_PARTITIONS", "2");
        variables.put("HTTP_PORT", "0");
        for (var i = 0; i < more.length; i += 2) {
            variables.put(more[i], more[i + 1]);
        }
        return variables;
    }

    public static KafkaClients clients(String... more) {
        var env = Env.of(variables(more));
        var config = ServiceConfig.from(env, "kit-test", 0);
        env.check();
        return new KafkaClients(config, new SimpleMeterRegistry());
    }

    public static void send(KafkaClients clients, String topic, String key, byte[] value) {
        try (var producer = clients.producer("test", new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value));
        }
    }

    /** A folder of one's own, gone with the JVM. */
    public static Path folder() {
        try {
            return Files.createTempDirectory(ROOT, "state-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path root() {
        try {
            return Files.createTempDirectory("kit-it-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static DevStack start() {
        var stack = DevStack.start(DevStackConfig.in(ROOT.resolve("stack")).with(Part.KAFKA));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stack.close();
            delete(ROOT);
        }));
        return stack;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException failure) {
            System.err.println("left behind: " + folder);
        }
    }
}
