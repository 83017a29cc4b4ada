package com.nexusai.kit.streams;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import com.nexusai.kit.config.ServiceConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of a Streams client, with what the guarantees and a quick return after a crash need. */
final class StreamsProperties {
    /** Between two polls; a thread that is busy for longer is taken for dead, by the group and by liveness. */
    static final Duration MAX_POLL_INTERVAL = Duration.ofMinutes(2);

    private static final Duration MAX_HEARTBEAT = Duration.ofSeconds(3);

    private StreamsProperties() {}

    static Properties of(StreamsApp app, ServiceConfig config, Map<String, Object> objects) {
        var properties = new Properties();
        properties.putAll(config.kafka().properties());
        identity(properties, app, config);
        group(properties, config);
        results(properties, app, config);
        state(properties, config);
        failures(properties);
        properties.putAll(objects);
        properties.putAll(app.overrides());
        return properties;
    }

    private static void identity(Properties properties, StreamsApp app, ServiceConfig config) {
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, app.applicationId());
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, app.applicationId() + "-" + config.instanceId());
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, config.streams().applicationServer());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    }

    /** Static members: one that is killed and comes back gets its tasks at once, without waiting for its old self. */
    private static void group(Properties properties, ServiceConfig config) {
        var session = config.streams().sessionTimeout();
        var heartbeat = Math.min(MAX_HEARTBEAT.toMillis(), session.toMillis() / 3);
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        properties.put(mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), config.instanceId());
        properties.put(mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int) session.toMillis());
        properties.put(mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), (int) heartbeat);
        properties.put(
                mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), (int) MAX_POLL_INTERVAL.toMillis());
    }

    private static void results(Properties properties, StreamsApp app, ServiceConfig config) {
        var streams = config.streams();
        properties.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG, app.guarantee().setting());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                streams.commitInterval().toMillis());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
        properties.put(consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        properties.put(consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        properties.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 * 1024);
        // What may be read must fit to be written, with the headers that say why it was refused.
        properties.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 4 * 1024 * 1024);
        // A commit flushes anyway; the default of 100 ms only delays what is read by others in between.
        properties.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 10);
        // After each commit, the first sends come while the broker still finishes it, and are tried again.
        properties.put(producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 20L);
        if (app.guarantee() == Guarantee.EXACTLY_ONCE) {
            // An orphaned transaction holds up its readers for this long, where no one comes back to fence it.
            properties.put(
                    producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                    transactionTimeout(streams.commitInterval()));
        }
    }

    private static int transactionTimeout(Duration commitInterval) {
        return (int) Math.max(10_000, commitInterval.toMillis() * 3);
    }

    private static void state(Properties properties, ServiceConfig config) {
        var streams = config.streams();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, streams.stateDir().toString());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, streams.standbyReplicas());
        properties.put(
                StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG,
                streams.probingInterval().toMillis());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, streams.cacheBytes());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedRocksDbMemory.class);
        properties.put(SharedRocksDbMemory.TOTAL_BYTES, streams.rocksDbBytes());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.topics().replication());
        properties.put(
                topicPrefix("min.insync.replicas"),
                Integer.toString(config.topics().minInSyncReplicas()));
    }

    private static void failures(Properties properties) {
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailedRecords.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableRecords.class);
    }
}
