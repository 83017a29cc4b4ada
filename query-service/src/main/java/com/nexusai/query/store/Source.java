package com.nexusai.query.store;

/** Where an answer comes from, as {@code meta.source} says it. */
public final class Source {
    public static final String STORE = "store";
    public static final String REDIS = "redis";
    public static final String CLICKHOUSE = "clickhouse";

    /** Recent windows from the stores, older ones from ClickHouse. */
    public static final String STORE_AND_CLICKHOUSE = "store+clickhouse";

    private Source() {}
}
