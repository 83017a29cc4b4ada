package com.nexusai.systemtests.architecture.bad.ingest.topology;

import io.lettuce.core.RedisClient;
import java.time.Clock;
import org.apache.kafka.streams.processor.internals.InternalTopologyBuilder;

/** Breaks: databases only in sinks and stores, Kafka's internals, the clock. */
public record Flow(RedisClient redis, InternalTopologyBuilder builder) {
    public Clock clock() {
        return Clock.systemUTC();
    }
}
