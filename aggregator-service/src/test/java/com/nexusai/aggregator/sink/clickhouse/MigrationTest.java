package com.nexusai.aggregator.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationTest {
    @Test
    void shouldApplyEveryFileInTheOrderOfItsVersion() throws IOException {
        try (var files = Files.list(Path.of("src", "main", "resources", "clickhouse"))) {
            assertThat(Migration.ALL)
                    .extracting(Migration::file)
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .sorted()
                                    .toList());
        }
        assertThat(Migration.ALL)
                .extracting(Migration::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, Migration.ALL.size()).boxed().toList());
    }

    @Test
    void shouldOnlyHaveStatementsThatMayRunAgain() {
        assertThat(Migration.ALL)
                .allSatisfy(migration -> assertThat(migration.sql())
                        .as("another instance, or the one before a crash, may have run it")
                        .containsPattern("(?m)^(CREATE TABLE|ALTER TABLE \\w+ ADD COLUMN) IF NOT EXISTS"));
    }

    @Test
    void shouldKnowAChangedFileByItsChecksum() {
        assertThat(new Migration(1, "V001__a.sql", "CREATE a").checksum())
                .isEqualTo(new Migration(1, "V001__a.sql", "CREATE a").checksum())
                .isNotEqualTo(new Migration(1, "V001__a.sql", "CREATE b").checksum());
    }
}
