package com.nexusai.aggregator.sink.clickhouse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the database and its tables, forward only: which files were applied, and their checksums, stand in the table
 * {@code schema_migrations}.
 */
final class Migrations {
    static final String TABLE = "schema_migrations";

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private record Applied(String file, String checksum) {}

    private final Server server;
    private final List<Migration> files;
    private final MigrationLock lock;
    private boolean done;

    Migrations(Server server) {
        this(server, Migration.ALL);
    }

    Migrations(Server server, List<Migration> files) {
        this.server = server;
        this.files = files;
        this.lock = new MigrationLock(server);
    }

    /** Runs once; before a first write, so that a server which is away at our start does not stop us. */
    synchronized void run() throws Exception {
        if (done) {
            return;
        }
        server.createDatabase();
        refuseTablesOfUnknownOrigin();
        server.change("CREATE TABLE IF NOT EXISTS " + TABLE
                + " (version UInt32, file String, checksum String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3))"
                + " ENGINE = ReplacingMergeTree ORDER BY version");
        if (!pending().isEmpty()) {
            apply();
        }
        done = true;
    }

    /** After a refused write: the database may have been replaced by an empty one. */
    synchronized void runAgain() {
        done = false;
    }

    private void apply() throws Exception {
        var held = lock.take();
        try {
            // somebody else may have been faster
            for (var migration : pending()) {
                held.check();
                server.change(migration.sql());
                server.run("INSERT INTO " + TABLE + " (version, file, checksum) VALUES (" + migration.version() + ", '"
                        + migration.file() + "', '" + migration.checksum() + "')");
                LOG.info("Applied {} to the database {}", migration.file(), server.database());
            }
        } finally {
            held.release();
        }
    }

    private List<Migration> pending() {
        var applied = applied();
        var unknown = new TreeMap<>(applied);
        for (var migration : files) {
            unknown.remove(migration.version());
            var before = applied.get(migration.version());
            if (before != null && !before.checksum().equals(migration.checksum())) {
                throw new IllegalStateException(migration.file() + " was applied to the database " + server.database()
                        + " with another content: restore the file as it was, and put the change into a new file.");
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("The database " + server.database() + " has the migrations "
                    + unknown.values().stream().map(Applied::file).toList()
                    + ", which this version does not know: run the version that brought it,"
                    + " or a later one. Migrations are not undone.");
        }
        return files.stream()
                .filter(migration -> !applied.containsKey(migration.version()))
                .toList();
    }

    private Map<Integer, Applied> applied() {
        var applied = new HashMap<Integer, Applied>();
        for (var row :
                server.ask("SELECT version, file, checksum FROM " + server.database() + "." + TABLE + " FINAL")) {
            applied.put(row.getInteger("version"), new Applied(row.getString("file"), row.getString("checksum")));
        }
        return applied;
    }

    /** A table that is there already would be taken for ours, whatever its columns are. */
    private void refuseTablesOfUnknownOrigin() {
        var names = server
                .ask("SELECT name FROM system.tables WHERE database = '" + server.database()
                        + "' AND name IN ('events', '" + TABLE + "')")
                .stream()
                .map(row -> row.getString("name"))
                .toList();
        if (names.contains("events") && !names.contains(TABLE)) {
            throw new IllegalStateException("The database " + server.database()
                    + " has a table events that no migration made: drop that database (an unreleased version left it),"
                    + " or set CLICKHOUSE_DATABASE to another name.");
        }
    }
}
