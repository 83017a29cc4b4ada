package com.nexusai.query.store;

/** Where an answer comes from, as {@code meta.source} says it. */
public final class Source {
    public static final String STORE = "store";
    public static final String REDIS = "redis";
    public static final String CLICKHOUSE = "clickhouse";

    private Source() {}
}
