package com.nexusai.systemtests.architecture.bad.schema;

import org.apache.kafka.streams.KafkaStreams;

/** Breaks: the contract sees nobody. */
public record Contract(KafkaStreams streams) {}
