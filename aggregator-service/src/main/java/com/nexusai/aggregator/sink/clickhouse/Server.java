package com.nexusai.aggregator.sink.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.command.CommandSettings;
import com.clickhouse.client.api.query.GenericRecord;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Statements about the schema of one database. */
final class Server {
    // a cluster answers when all its servers have done it
    private static final int TIMEOUT_SECONDS = 60;

    private final Client client;
    private final String database;
    private final Ddl ddl;

    Server(Client client, String database, Ddl ddl) {
        this.client = client;
        this.database = database;
        this.ddl = ddl;
    }

    String database() {
        return database;
    }

    void createDatabase() throws Exception {
        client.execute(ddl.of("CREATE DATABASE IF NOT EXISTS " + database))
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .close();
    }

    /** Changes the schema, on every server there is. */
    void change(String sql) throws Exception {
        run(ddl.of(sql));
    }

    void run(String sql) throws Exception {
        var settings = new CommandSettings();
        settings.setDatabase(database);
        client.execute(sql, settings).get(TIMEOUT_SECONDS, TimeUnit.SECONDS).close();
    }

    /** Names of tables are given with their database. */
    List<GenericRecord> ask(String sql) {
        return client.queryAll(sql);
    }

    static boolean is(Throwable failure, int code) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException refusal) {
                return refusal.getCode() == code;
            }
        }
        return false;
    }
}
