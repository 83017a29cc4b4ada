package com.nexusai.query;

import com.clickhouse.client.api.Client;
import com.nexusai.devstack.DevStack;
import com.nexusai.kit.auth.KeyHash;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.RealtimeKeys;
import com.nexusai.schema.aggregate.Series;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.topic.Partitions;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What aggregator-service would have left behind: cells and profiles on topics, counters in Redis, rows in ClickHouse. */
final class Data {
    static final String TENANT = "acme";
    static final String KEY = "read-key-of-the-query-service-tests-0001";
    static final String DATABASE = "query_it";

    private static final Path TABLES = Path.of("..", "aggregator-service", "src", "main", "resources", "clickhouse");

    private Data() {}

    static final int PARTITIONS = 3;

    static void topics() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", DevStack.shared().kafkaBootstrapServers());
        try (var admin = Admin.create(settings)) {
            var present = admin.listTopics().names().get();
            admin.createTopics(Stream.of(
                                    Topics.AGGREGATES,
                                    Topics.USER_AGGREGATES,
                                    Topics.API_KEYS,
                                    Topics.METRIC_DEFINITIONS,
                                    Topics.DASHBOARDS)
                            .filter(topic -> !present.contains(topic.name()))
                            .map(topic -> new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What a crash of the aggregator may leave: offsets at which there is nothing to read. */
    static void onlyAbortedTransactions(Topic<String, ?> topic) {
        try (var producer = new KafkaProducer<>(producing(), new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>(topic.name(), partition, "aborted", "not a value"));
            }
            producer.flush();
            producer.abortTransaction();
        }
    }

    private static Map<String, Object> producing() {
        return Map.of(
                "bootstrap.servers",
                DevStack.shared().kafkaBootstrapServers(),
                "transactional.id",
                "query-service-tests");
    }

    static void apiKey() {
        apiKey(TENANT, KEY);
    }

    static void apiKey(String tenant, String key) {
        var known =
                new ApiKey("k1", tenant, "tests", KeyHash.of(key), Set.of("read", "admin"), Instant.EPOCH, null, null);
        write(Topics.API_KEYS, tenant + "/k1", tenant + "/k1", known);
    }

    static void cell(String tenant, Granularity granularity, String dimension, Instant start, long count) {
        var key = new Series(tenant, Metric.EVENTS, granularity, dimension).at(granularity.start(start));
        write(Topics.AGGREGATES, key.text(), key.partitionKey(), Cell.count(key, count, 1, start));
    }

    /** Six cells of one type in an otherwise empty day. */
    static void counted(String tenant, String type, Instant at, long count) {
        for (var granularity : Granularity.values()) {
            cell(tenant, granularity, type, at, count);
            cell(tenant, granularity, Metric.TOTAL, at, count);
        }
    }

    static void profile(UserProfile profile) {
        var key = profile.tenantId() + "/" + profile.actor();
        write(Topics.USER_AGGREGATES, key, key, profile);
    }

    /** In a transaction, as the aggregator does, so that markers lie between the records. */
    static <V> void write(Topic<String, V> topic, String key, String partitionKey, @Nullable V value) {
        try (var producer = new KafkaProducer<>(
                producing(), topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            int partitions = producer.partitionsFor(topic.name()).size();
            producer.send(new ProducerRecord<>(topic.name(), Partitions.of(partitionKey, partitions), key, value));
            producer.commitTransaction();
        }
    }

    static void total(String tenant, LocalDate date, long value) {
        counter(RealtimeKeys.eventsTotal(tenant, date), value);
    }

    static void ofType(String tenant, String type, LocalDate date, long value) {
        counter(RealtimeKeys.events(tenant, type, date), value);
    }

    private static void counter(String key, long value) {
        var client = RedisClient.create(DevStack.shared().redisUrl());
        try (var connection = client.connect()) {
            connection.sync().set(key, Long.toString(value));
        } finally {
            client.shutdown();
        }
    }

    /** The tables as the aggregator's own migrations make them. */
    static void tables() {
        try {
            sql("CREATE DATABASE IF NOT EXISTS " + DATABASE);
            for (var file : List.of("V001__events.sql", "V002__aggregates.sql")) {
                sql(Files.readString(TABLES.resolve(file)).replace("NOT EXISTS ", "NOT EXISTS " + DATABASE + "."));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void event(String tenant, String eventId, String type, String user, Instant at) {
        event(tenant, eventId, type, user, at, "{\"n\":1}");
    }

    static void event(String tenant, String eventId, String type, String user, Instant at, String properties) {
        sql("INSERT INTO " + DATABASE + ".events (tenant_id, event_id, type, actor, user_id, anonymous_id, session_id,"
                + " timestamp, received_at, properties, context, content, extra) VALUES ('" + tenant + "', '" + eventId
                + "', '" + type + "', '" + user + "', '" + user + "', '', '', fromUnixTimestamp64Milli("
                + at.toEpochMilli() + "), fromUnixTimestamp64Milli(" + at.toEpochMilli()
                + "), '" + properties + "', '{}', '', '')");
    }

    /** A cell as ClickHouse has it, for ever so long. */
    static void storedCell(String tenant, Granularity granularity, Instant start, long count) {
        sql("INSERT INTO " + DATABASE
                + ".aggregates (tenant_id, metric, granularity, dimension, start, count, revision,"
                + " updated_at) VALUES ('" + tenant + "', 'events', '" + granularity.word() + "', '*', "
                + start.getEpochSecond() + ", " + count + ", 1, now64(3))");
    }

    /** Many events of one moment, each with properties of that size. */
    static void largeEvents(String tenant, String type, int count, int bytes, Instant at) {
        sql("INSERT INTO " + DATABASE + ".events (tenant_id, event_id, type, actor, timestamp, received_at, properties,"
                + " context) SELECT '" + tenant + "', 'large-' || toString(number), '" + type
                + "', 'ada', fromUnixTimestamp64Milli(" + at.toEpochMilli() + "), fromUnixTimestamp64Milli("
                + at.toEpochMilli() + "), '{\"text\":\"' || repeat('x', " + bytes + ") || '\"}', '{}' FROM numbers("
                + count + ")");
    }

    static void sql(String statement) {
        try (var client = new Client.Builder()
                .addEndpoint(DevStack.shared().clickHouseUrl())
                .setUsername("default")
                .setPassword("")
                .build()) {
            client.query(statement).get(30, TimeUnit.SECONDS).close();
        } catch (Exception failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    /** How many rows a question gives, asked as somebody whose default database has the tables. */
    static int rows(String question) {
        try (var client = new Client.Builder()
                .addEndpoint(DevStack.shared().clickHouseUrl())
                .setUsername("default")
                .setPassword("")
                .setDefaultDatabase(DATABASE)
                .build()) {
            return client.queryAll(question).size();
        }
    }
}
