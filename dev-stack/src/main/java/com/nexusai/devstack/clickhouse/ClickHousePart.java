package com.nexusai.devstack.clickhouse;

/** A ClickHouse server to work with, over HTTP. */
public interface ClickHousePart extends AutoCloseable {
    String url();

    @Override
    void close();

    /** Somebody else's server: used, never stopped. */
    record External(String url) implements ClickHousePart {
        @Override
        public void close() {}
    }
}
