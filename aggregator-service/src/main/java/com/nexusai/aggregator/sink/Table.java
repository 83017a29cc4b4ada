package com.nexusai.aggregator.sink;

import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import java.util.List;

/**
 * A ClickHouse table and how a record becomes its row.
 *
 * @param columns in the order in which {@code row} sets them
 */
record Table<V>(String name, List<String> columns, RowMapper<V> row) {

    @FunctionalInterface
    interface RowMapper<V> {
        void write(V value, RowBinaryFormatWriter row);
    }
}
