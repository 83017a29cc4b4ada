package com.nexusai.schema.topic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the fleet: what travels on it, and how the broker keeps it.
 *
 * @param keyShape the key in words, for people
 * @param retention how long records are kept; null where the topic is compacted
 * @param largestRecord in bytes, as it lies on the broker; null for the broker's own limit
 * @param schema name of the JSON Schema of its values, null where they are not JSON of ours
 */
public record Topic<K, V>(
        String name,
        Serde<K> keySerde,
        Serde<V> valueSerde,
        String keyShape,
        String valueShape,
        @Nullable Duration retention,
        @Nullable String schema,
        @Nullable Integer largestRecord) {

    public Topic(
            String name,
            Serde<K> keySerde,
            Serde<V> valueSerde,
            String keyShape,
            String valueShape,
            @Nullable Duration retention,
            @Nullable String schema) {
        this(name, keySerde, valueSerde, keyShape, valueShape, retention, schema, null);
    }

    Topic<K, V> withLargestRecord(int bytes) {
        return new Topic<>(name, keySerde, valueSerde, keyShape, valueShape, retention, schema, bytes);
    }

    public boolean compacted() {
        return retention == null;
    }

    /** {@code compact}, or {@code delete, 7 d}. */
    public String cleanup() {
        return retention == null ? "compact" : "delete, " + retention.toDays() + " d";
    }

    /** Broker settings with which it is created. */
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("cleanup.policy", compacted() ? "compact" : "delete");
        if (retention != null) {
            settings.put("retention.ms", Long.toString(retention.toMillis()));
            // Kafka's time is arrival: retention must not delete late events early. Event time is in the event.
            settings.put("message.timestamp.type", "LogAppendTime");
        } else {
            settings.put("min.cleanable.dirty.ratio", "0.1");
            settings.put(
                    "max.compaction.lag.ms", Long.toString(Duration.ofDays(1).toMillis()));
        }
        if (largestRecord != null) {
            settings.put("max.message.bytes", Integer.toString(largestRecord));
        }
        settings.put("compression.type", "producer");
        return settings;
    }
}
