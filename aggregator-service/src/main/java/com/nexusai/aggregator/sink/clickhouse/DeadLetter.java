package com.nexusai.aggregator.sink.clickhouse;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that could not be made into a row, and why. */
record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {
    @Override
    public String toString() {
        return record.topic() + "-" + record.partition() + " offset " + record.offset() + ": " + reason;
    }
}
