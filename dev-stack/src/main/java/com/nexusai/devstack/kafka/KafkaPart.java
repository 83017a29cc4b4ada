package com.nexusai.devstack.kafka;

/** A Kafka cluster to work with. */
public interface KafkaPart extends AutoCloseable {
    String bootstrapServers();

    @Override
    void close();

    /** Somebody else's cluster: used, never stopped. */
    record External(String bootstrapServers) implements KafkaPart {
        @Override
        public void close() {}
    }
}
