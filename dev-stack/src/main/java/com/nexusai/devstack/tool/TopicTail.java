package com.nexusai.devstack.tool;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.LoggerFactory;

/** Lists the topics of a broker with their record counts, or prints the last records of one. */
public final class TopicTail {
    private static final int BAD_USAGE = 2;

    private TopicTail() {}

    public static void main(String[] args) {
        System.exit(run(args, System.getenv()));
    }

    private static int run(String[] args, Map<String, String> environment) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        var broker = environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092");
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        try (var consumer = consumer(broker)) {
            var options = TailOptions.parse(args);
            if (options.topic() == null) {
                list(consumer, out);
            } else {
                tail(consumer, options.topic(), options, out);
            }
            return 0;
        } catch (IllegalArgumentException misunderstood) {
            System.err.println("fleet: " + misunderstood.getMessage());
            return BAD_USAGE;
        } catch (KafkaException unreachable) {
            System.err.println("fleet: Kafka at " + broker + " does not answer: " + unreachable.getMessage());
            return 1;
        }
    }

    private static void list(Consumer<byte[], byte[]> consumer, PrintStream out) {
        var counts = TopicCounts.read(consumer);
        int width =
                counts.stream().mapToInt(count -> count.topic().length()).max().orElse(0);
        var row = "%-" + Math.max(width, "topic".length()) + "s  %10s  %12s%n";
        out.printf(row, "topic", "partitions", "records");
        for (var count : counts) {
            out.printf(row, count.topic(), count.partitions(), (count.exact() ? "" : "~") + count.records());
        }
        out.flush();
    }

    private static void tail(Consumer<byte[], byte[]> consumer, String topic, TailOptions options, PrintStream out) {
        for (var record : LastRecords.read(consumer, partitions(consumer, topic), options.records())) {
            out.println(RecordLine.of(record));
        }
        while (options.follow() && !out.checkError()) {
            for (var record : consumer.poll(LastRecords.PATIENCE)) {
                out.println(RecordLine.of(record));
            }
        }
        out.flush();
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        var known = consumer.listTopics().get(topic);
        if (known == null) {
            throw new IllegalArgumentException("there is no topic '" + topic + "'; ./fleet topics lists them.");
        }
        return known.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    static Consumer<byte[], byte[]> consumer(String broker) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
