package com.nexusai.aggregator.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationsIT {
    private final Tried tried = new Tried();

    @AfterEach
    void drop() throws Exception {
        tried.close();
    }

    @Test
    void shouldApplyEveryFileOnceAndNoteIt() throws Exception {
        tried.migrations().run();
        tried.migrations().run();

        assertThat(tried.ask("SELECT version, file, checksum FROM {db}.schema_migrations ORDER BY version"))
                .extracting(row ->
                        new Migration(row.getInteger("version"), row.getString("file"), "") + row.getString("checksum"))
                .containsExactlyElementsOf(Migration.ALL.stream()
                        .map(file -> new Migration(file.version(), file.file(), "") + file.checksum())
                        .toList());
        assertThat(locks()).isZero();
    }

    @Test
    void shouldApplyOnlyWhatIsNew() throws Exception {
        var first =
                new Migration(1, "V001__a.sql", "CREATE TABLE IF NOT EXISTS a (x Int8) ENGINE = MergeTree ORDER BY x");
        var second = new Migration(2, "V002__a_has_y.sql", "ALTER TABLE a ADD COLUMN IF NOT EXISTS y Int8");
        new Migrations(tried.server, List.of(first)).run();
        tried.run("INSERT INTO a VALUES (1)");

        new Migrations(tried.server, List.of(first, second)).run();

        assertThat(tried.number("SELECT x + y FROM {db}.a")).isOne();
    }

    @Test
    void shouldRefuseAnAppliedFileThatWasChanged() throws Exception {
        tried.migrations().run();
        var changed = new ArrayList<>(Migration.ALL);
        changed.set(1, new Migration(2, "V002__aggregates.sql", "CREATE TABLE IF NOT EXISTS other"));

        assertThatThrownBy(() -> new Migrations(tried.server, changed).run())
                .hasMessageContaining("V002__aggregates.sql was applied")
                .hasMessageContaining(tried.database)
                .hasMessageContaining("put the change into a new file");
    }

    @Test
    void shouldRefuseADatabaseThatIsNewerThanItself() throws Exception {
        tried.migrations().run();
        tried.run(
                "INSERT INTO schema_migrations (version, file, checksum) VALUES (99, 'V099__from_tomorrow.sql', 'c')");

        assertThatThrownBy(() -> tried.migrations().run())
                .hasMessageContaining("V099__from_tomorrow.sql")
                .hasMessageContaining("run the version that brought it");
    }

    @Test
    void shouldRefuseTablesThatNoMigrationMade() throws Exception {
        tried.server.createDatabase();
        tried.run("CREATE TABLE events (x Int8) ENGINE = Memory");

        assertThatThrownBy(() -> tried.migrations().run()).hasMessageContaining("CLICKHOUSE_DATABASE");
    }

    @Test
    void shouldMakeEverythingAgainOnAServerThatCameBackEmpty() throws Exception {
        var migrations = tried.migrations();
        migrations.run();
        tried.run("DROP DATABASE " + tried.database);

        migrations.runAgain();
        migrations.run();

        assertThat(tried.number("SELECT count() FROM {db}.schema_migrations")).isEqualTo(Migration.ALL.size());
    }

    @Test
    void shouldApplyEachFileOnceThoughManyStartTogether() throws Exception {
        int instances = 6;
        var together = new CyclicBarrier(instances);
        Callable<Boolean> instance = () -> {
            var migrations = tried.migrations();
            together.await();
            while (true) {
                try {
                    migrations.run();
                    return true;
                } catch (IllegalStateException busy) {
                    assertThat(busy).hasMessageContaining("another instance");
                }
            }
        };
        try (var threads = Executors.newFixedThreadPool(instances)) {
            for (var done : threads.invokeAll(Collections.nCopies(instances, instance))) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(tried.number("SELECT count() FROM {db}.schema_migrations"))
                .as("rows as they were inserted, not FINAL")
                .isEqualTo(Migration.ALL.size());
        assertThat(locks()).isZero();
    }

    @Test
    void shouldWaitForWhoeverHoldsTheLock() throws Exception {
        tried.server.createDatabase();
        var held = new MigrationLock(tried.server).take();

        assertThatThrownBy(() -> tried.migrations().run()).hasMessageContaining("another instance is changing");
        held.release();
        tried.migrations().run();
    }

    @Test
    void shouldBreakALockWhoseHolderDied() throws Exception {
        tried.server.createDatabase();
        long longAgo = tried.number("SELECT toUnixTimestamp(now())") - MigrationLock.LONGEST.toSeconds() - 1;
        tried.run("CREATE TABLE schema_migration_lock (x Int8) ENGINE = Null COMMENT 'holder=dead,since=" + longAgo
                + "'");

        tried.migrations().run();

        assertThat(tried.number("SELECT count() FROM {db}.schema_migrations")).isEqualTo(Migration.ALL.size());
        assertThat(locks()).isZero();
    }

    private long locks() {
        return tried.number(
                "SELECT count() FROM system.tables WHERE database = '{db}' AND startsWith(name, 'schema_migration_lock')");
    }
}
