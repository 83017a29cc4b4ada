package com.nexusai.aggregator.sink.clickhouse;

/** @param type as ClickHouse writes it; a table whose column has another one takes no row */
record Column(String name, String type) {
    static final String TEXT = "String";
    static final String WORD = "LowCardinality(String)";
    static final String MILLIS = "DateTime64(3, 'UTC')";
    static final String SECONDS = "DateTime('UTC')";
    static final String DATE = "Date";
    static final String DECIMAL = "Nullable(Decimal(38, 9))";
    static final String INT64 = "Int64";
    static final String UINT64 = "UInt64";
    static final String INT32 = "Int32";
}
