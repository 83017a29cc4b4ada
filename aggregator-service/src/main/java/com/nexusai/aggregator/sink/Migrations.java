package com.nexusai.aggregator.sink;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.command.CommandSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Makes the database and its tables. Each file is one statement that may run again, so two instances that start at once
 * do no harm.
 */
public final class Migrations {
    static final List<String> FILES = List.of(
            "V001__events.sql", "V002__aggregates.sql", "V003__moderation_decisions.sql", "V004__dead_letters.sql");

    private final Client client;
    private final String database;
    private boolean done;

    public Migrations(Client client, String database) {
        this.client = client;
        this.database = database;
    }

    /** Runs once; before a first write, so that a server which is away at our start does not stop us. */
    public synchronized void run() throws Exception {
        if (done) {
            return;
        }
        client.execute("CREATE DATABASE IF NOT EXISTS " + database)
                .get(30, TimeUnit.SECONDS)
                .close();
        var inDatabase = new CommandSettings();
        inDatabase.setDatabase(database);
        for (var file : FILES) {
            client.execute(read(file), inDatabase).get(30, TimeUnit.SECONDS).close();
        }
        done = true;
    }

    /** After a refused write: the database may have been replaced by an empty one. */
    synchronized void runAgain() {
        done = false;
    }

    static String read(String file) throws IOException {
        try (var sql = Migrations.class.getResourceAsStream("/clickhouse/" + file)) {
            return new String(Objects.requireNonNull(sql, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
