package com.nexusai.devstack.redis;

/** A Redis server to work with. */
public interface RedisPart extends AutoCloseable {
    String url();

    @Override
    void close();

    /** Somebody else's server: used, never stopped. */
    record External(String url) implements RedisPart {
        @Override
        public void close() {}
    }
}
