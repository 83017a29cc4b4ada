package com.nexusai.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevStackIT {
    @TempDir
    Path folder;

    @Test
    void shouldKeepAllDataOverARestart() throws Exception {
        String clusterId;
        try (DevStack first = DevStack.start(DevStackConfig.in(folder))) {
            clusterId = clusterId(first);
            produceInTransaction(first, "kept");
            redis(first, "SET", "kept");
            clickHouse(first, "CREATE TABLE t (s String) ENGINE = MergeTree ORDER BY s");
            clickHouse(first, "INSERT INTO t VALUES ('kept')");
        }

        try (DevStack second = DevStack.start(DevStackConfig.in(folder))) {
            assertThat(clusterId(second)).isEqualTo(clusterId);
            assertThat(consume(second)).isEqualTo("kept");
            assertThat(redis(second, "GET", "")).isEqualTo("kept");
            assertThat(clickHouse(second, "SELECT s FROM t")).isEqualTo("kept\n");
        }
    }

    @Test
    void shouldRunSideBySideWhenFoldersDiffer() throws Exception {
        try (DevStack one = DevStack.start(DevStackConfig.in(folder.resolve("one")));
                DevStack two = DevStack.start(DevStackConfig.in(folder.resolve("two")))) {
            clickHouse(one, "CREATE TABLE only_in_one (s String) ENGINE = Memory");
            redis(one, "SET", "one");

            assertThat(clickHouse(two, "EXISTS only_in_one")).isEqualTo("0\n");
            assertThat(redis(two, "GET", "")).isNull();
            assertThat(clusterId(two)).isNotEqualTo(clusterId(one));
        }
    }

    @Test
    void shouldRefuseAFolderThatIsInUse() {
        DevStackConfig config = DevStackConfig.in(folder).with(Part.REDIS);

        try (DevStack holder = DevStack.start(config)) {
            assertThat(holder.redisUrl()).startsWith("redis://127.0.0.1:");
            assertThatThrownBy(() -> DevStack.start(config)).hasMessageContaining("in use by another dev-stack");
        }
    }

    @Test
    void shouldUseAGivenServerInsteadOfStartingOne() {
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092",
                "REDIS_URL", "redis://redis.example",
                "CLICKHOUSE_URL", "http://clickhouse.example:8123");

        try (DevStack stack =
                DevStack.start(DevStackConfig.in(folder).environment(environment, DevStackMode.EMBEDDED))) {
            assertThat(stack.kafkaBootstrapServers()).isEqualTo("kafka.example:9092");
            assertThat(stack.redisUrl()).isEqualTo("redis://redis.example");
            assertThat(stack.clickHouseUrl()).isEqualTo("http://clickhouse.example:8123");
        }
    }

    @Test
    void shouldNotMakeUpTopics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", DevStack.shared().kafkaBootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("nobody-made-this"))
                            .allTopicNames()
                            .get())
                    .hasMessageContaining("UnknownTopicOrPartition");
        }
    }

    private static String clusterId(DevStack stack) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static void produceInTransaction(DevStack stack, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()))) {
            admin.createTopics(Set.of(new NewTopic("events", 2, (short) 1)))
                    .all()
                    .get();
        }
        Properties properties = new Properties();
        properties.put("bootstrap.servers", stack.kafkaBootstrapServers());
        properties.put("transactional.id", "it");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("events", "k", value)).get();
            producer.commitTransaction();
        }
    }

    private static String consume(DevStack stack) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", stack.kafkaBootstrapServers());
        properties.put("group.id", "it");
        properties.put("auto.offset.reset", "earliest");
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("events"));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(500));
                if (!records.isEmpty()) {
                    return records.iterator().next().value();
                }
            }
            throw new AssertionError("no record came");
        }
    }

    private static String redis(DevStack stack, String command, String value) {
        try (RedisClient client = RedisClient.create(stack.redisUrl());
                var connection = client.connect()) {
            return command.equals("SET")
                    ? connection.sync().set("key", value)
                    : connection.sync().get("key");
        }
    }

    private static String clickHouse(DevStack stack, String sql) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.clickHouseUrl()))
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        }
    }
}
