package com.nexusai.aggregator.sink;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.metadata.TableSchema;
import com.clickhouse.data.ClickHouseFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts rows into a table, in binary form, in one statement. */
final class TableInsert<V> {
    private static final int TIMEOUT_SECONDS = 60;

    private final Client client;
    private final String database;
    private final Table<V> table;
    private @Nullable TableSchema schema;

    TableInsert(Client client, String database, Table<V> table) {
        this.client = client;
        this.database = database;
        this.table = table;
    }

    /** @param token names exactly these rows; ClickHouse takes rows with a token that it knows for written */
    void insert(List<V> rows, String token) throws Exception {
        if (rows.isEmpty()) {
            return;
        }
        var columns = schema();
        var settings = new InsertSettings();
        settings.setDatabase(database);
        settings.setDeduplicationToken(token);
        client.insert(
                        table.name(),
                        table.columns(),
                        out -> {
                            var row = new RowBinaryFormatWriter(out, columns, ClickHouseFormat.RowBinary);
                            for (var value : rows) {
                                table.row().write(value, row);
                                row.commitRow();
                            }
                        },
                        ClickHouseFormat.RowBinary,
                        settings)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .close();
    }

    private TableSchema schema() {
        var known = schema;
        if (known == null) {
            known = client.getTableSchema(table.name(), database);
            schema = known;
        }
        return known;
    }
}
