package com.nexusai.kit.streams;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Where a record goes that makes the topology throw: what is written in its place. */
@FunctionalInterface
public interface DeadLetters {
    /** @param failed raw key, raw value, headers, topic, partition and offset of the record at fault */
    ProducerRecord<byte[], byte[]> write(ErrorHandlerContext failed, Exception failure);
}
