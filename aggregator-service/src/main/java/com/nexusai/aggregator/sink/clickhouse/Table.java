package com.nexusai.aggregator.sink.clickhouse;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A ClickHouse table and how a record becomes its row.
 *
 * @param columns in the order in which {@code row} writes them; others have a default
 */
record Table<V>(String name, List<Column> columns, RowMapper<V> row) {

    @FunctionalInterface
    interface RowMapper<V> {
        /** @throws Unfit if a column cannot hold what the record says */
        void write(ConsumerRecord<byte[], byte[]> record, V value, RowBuffer row);
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** Names and types before the rows: the server compares them, so that no row is ever read as something else. */
    RowBuffer header() {
        var header = new RowBuffer();
        header.length(columns.size());
        columns.forEach(column -> header.string(column.name()));
        columns.forEach(column -> header.string(column.type()));
        return header;
    }
}
