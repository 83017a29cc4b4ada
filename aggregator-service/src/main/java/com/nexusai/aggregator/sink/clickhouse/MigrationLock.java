package com.nexusai.aggregator.sink.clickhouse;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one instance change the schema at a time. ClickHouse has no lock to take, but to create a table that exists fails,
 * and of two that try one fails: so the lock is a table, its comment says who holds it and since when by the server's
 * clock. On a cluster the statements go through one queue in Keeper, in one order. See docs/decisions/0012.
 */
final class MigrationLock {
    static final String TABLE = "schema_migration_lock";
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);
    private static final int TABLE_ALREADY_EXISTS = 57;
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Server server;

    MigrationLock(Server server) {
        this.server = server;
    }

    /** @throws IllegalStateException if another instance holds it */
    Held take() throws Exception {
        breakIfForgotten();
        var holder = UUID.randomUUID().toString().replace('-', '_');
        long taken = System.nanoTime();
        try {
            server.change("CREATE TABLE " + TABLE + " (nothing UInt8) ENGINE = Null COMMENT 'holder=" + holder
                    + ",since=" + now() + "'");
        } catch (Exception failure) {
            if (Server.is(failure, TABLE_ALREADY_EXISTS)) {
                throw new IllegalStateException(
                        "another instance is changing the schema of the database " + server.database(), failure);
            }
            throw failure;
        }
        return new Held(holder, taken);
    }

    /**
     * Whoever died holding it does not keep it. The new name is of the holder that is gone, so of two who find it one
     * succeeds, and none takes away a lock that was taken since.
     */
    private void breakIfForgotten() throws Exception {
        var held = comment();
        if (held.isEmpty()) {
            return;
        }
        long since = Long.parseLong(held.substring(held.indexOf("since=") + "since=".length()));
        if (now() - since > LONGEST.toSeconds()) {
            LOG.warn("A lock that was held for over {} is broken: {}", LONGEST, held);
            server.change("RENAME TABLE " + TABLE + " TO " + brokenName(held));
        }
    }

    private static String brokenName(String comment) {
        return TABLE + "_of_" + comment.substring("holder=".length(), comment.indexOf(','));
    }

    private String comment() {
        var rows = server.ask("SELECT comment FROM system.tables WHERE database = '" + server.database()
                + "' AND name = '" + TABLE + "'");
        return rows.isEmpty() ? "" : rows.getFirst().getString("comment");
    }

    private long now() {
        return server.ask("SELECT toUnixTimestamp(now()) AS now").getFirst().getLong("now");
    }

    final class Held {
        private final String holder;
        private final long taken;

        private Held(String holder, long taken) {
            this.holder = holder;
            this.taken = taken;
        }

        /** @throws IllegalStateException if it was held so long that others may take it */
        void check() {
            if (System.nanoTime() - taken > LONGEST.minus(MARGIN).toNanos()) {
                throw new IllegalStateException("changing the schema takes too long; it goes on at the next attempt");
            }
        }

        void release() throws Exception {
            if (comment().contains(holder)) {
                server.change("DROP TABLE IF EXISTS " + TABLE);
            }
            for (var broken : server.ask("SELECT name FROM system.tables WHERE database = '" + server.database()
                    + "' AND startsWith(name, '" + TABLE + "_of_')")) {
                server.change("DROP TABLE IF EXISTS " + broken.getString("name"));
            }
        }
    }
}
