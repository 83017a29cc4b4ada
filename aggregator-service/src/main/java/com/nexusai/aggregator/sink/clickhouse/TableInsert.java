package com.nexusai.aggregator.sink.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts rows into their table, in binary form, in one statement. */
final class TableInsert {
    private static final int TIMEOUT_SECONDS = 60;
    private static final String SUMMARY = "X-ClickHouse-Summary";

    private final Client client;
    private final String database;

    TableInsert(Client client, String database) {
        this.client = client;
        this.database = database;
    }

    /** @param token names exactly these rows; ClickHouse takes rows with a token that it knows for written */
    void insert(Rows<?>.Slice rows, Table<?> table, @Nullable String token) throws Exception {
        var settings = new InsertSettings();
        settings.setDatabase(database);
        // late events of many months are one insert all the same
        settings.serverSetting("max_partitions_per_insert_block", "0");
        if (token != null) {
            settings.setDeduplicationToken(token);
        }
        try (var answer = client.insert(
                        table.name(),
                        table.columnNames(),
                        rows::writeTo,
                        ClickHouseFormat.RowBinaryWithNamesAndTypes,
                        settings)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            believe(answer);
        }
    }

    /** A proxy or a wrong address may say "200 OK" too, and then nothing was written. */
    private static void believe(InsertResponse answer) throws IOException {
        Map<String, String> headers = answer.getResponseHeaders();
        if (headers.keySet().stream().noneMatch(SUMMARY::equalsIgnoreCase)) {
            throw new IOException("the answer is not one of ClickHouse: it has no " + SUMMARY);
        }
    }
}
