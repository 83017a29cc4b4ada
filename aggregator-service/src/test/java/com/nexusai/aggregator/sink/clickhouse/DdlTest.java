package com.nexusai.aggregator.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The text only: there is no cluster to run it on here. */
class DdlTest {
    private final Ddl one = new Ddl(null);
    private final Ddl many = new Ddl("main");

    @Test
    void shouldLeaveAStatementAsItIsForOneServer() {
        assertThat(one.of("-- why\nCREATE TABLE IF NOT EXISTS t (a Int8) ENGINE = MergeTree ORDER BY a"))
                .isEqualTo("CREATE TABLE IF NOT EXISTS t (a Int8) ENGINE = MergeTree ORDER BY a");
    }

    @Test
    void shouldReplicateTablesOnEveryServerOfACluster() {
        assertThat(
                        many.of(
                                "-- why\n-- and how\nCREATE TABLE IF NOT EXISTS t (a Int8) ENGINE = ReplacingMergeTree(r, d)\nORDER BY a"))
                .isEqualTo("CREATE TABLE IF NOT EXISTS t ON CLUSTER main (a Int8)"
                        + " ENGINE = ReplicatedReplacingMergeTree(r, d)\nORDER BY a");
    }

    @Test
    void shouldRunEveryKindOfChangeOnTheCluster() {
        assertThat(many.of("CREATE DATABASE IF NOT EXISTS d"))
                .isEqualTo("CREATE DATABASE IF NOT EXISTS d ON CLUSTER main");
        assertThat(many.of("ALTER TABLE t ADD COLUMN IF NOT EXISTS b Int8"))
                .isEqualTo("ALTER TABLE t ON CLUSTER main ADD COLUMN IF NOT EXISTS b Int8");
        assertThat(many.of("RENAME TABLE t TO u")).isEqualTo("RENAME TABLE t TO u ON CLUSTER main");
        assertThat(many.of("DROP TABLE IF EXISTS t")).isEqualTo("DROP TABLE IF EXISTS t ON CLUSTER main");
        assertThat(many.of("CREATE TABLE t (a UInt8) ENGINE = Null COMMENT 'c'"))
                .isEqualTo("CREATE TABLE t ON CLUSTER main (a UInt8) ENGINE = Null COMMENT 'c'");
    }

    @Test
    void shouldRefuseWhatItCannotPutOnACluster() {
        assertThatThrownBy(() -> one.of("TRUNCATE TABLE t")).hasMessageContaining("TRUNCATE");
    }

    @Test
    void shouldReplicateEveryTableOfTheSchema() {
        assertThat(Migration.ALL)
                .allSatisfy(migration -> assertThat(many.of(migration.sql()))
                        .as(migration.file())
                        .containsPattern("^CREATE TABLE IF NOT EXISTS \\w+ ON CLUSTER main\n")
                        .containsPattern("\nENGINE = ReplicatedReplacingMergeTree"));
    }
}
