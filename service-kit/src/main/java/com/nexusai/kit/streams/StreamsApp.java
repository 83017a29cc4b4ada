package com.nexusai.kit.streams;

import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * A topology and what it promises.
 *
 * @param applicationId group, prefix of internal topics and of transactional ids: never change it in production
 * @param deadLetters where poison goes; null: the topology stops rather than drop a record
 * @param overrides Streams settings that this topology wants otherwise; they win
 */
public record StreamsApp(
        String applicationId,
        Topology topology,
        Guarantee guarantee,
        @Nullable DeadLetters deadLetters,
        Map<String, Object> overrides) {

    public StreamsApp {
        overrides = Map.copyOf(overrides);
    }

    public static StreamsApp exactlyOnce(String applicationId, Topology topology) {
        return new StreamsApp(applicationId, topology, Guarantee.EXACTLY_ONCE, null, Map.of());
    }

    public static StreamsApp atLeastOnce(String applicationId, Topology topology) {
        return new StreamsApp(applicationId, topology, Guarantee.AT_LEAST_ONCE, null, Map.of());
    }

    public StreamsApp deadLettersTo(DeadLetters letters) {
        return new StreamsApp(applicationId, topology, guarantee, letters, overrides);
    }

    public StreamsApp with(Map<String, Object> settings) {
        return new StreamsApp(applicationId, topology, guarantee, deadLetters, settings);
    }
}
