package com.nexusai.aggregator.sink.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** A versioned step of the schema: one statement, which may run again. An applied file is never edited. */
record Migration(int version, String file, String sql) {
    static final List<Migration> ALL = List.of(
            read("V001__events.sql"),
            read("V002__aggregates.sql"),
            read("V003__sessions.sql"),
            read("V004__moderation_decisions.sql"),
            read("V005__alerts.sql"),
            read("V006__audit_log.sql"),
            read("V007__dead_letters.sql"));

    String checksum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Migration read(String file) {
        try (var text = Migration.class.getResourceAsStream("/clickhouse/" + file)) {
            var sql = new String(Objects.requireNonNull(text, file).readAllBytes(), UTF_8);
            // a checkout with other line ends is the same file
            return new Migration(Integer.parseInt(file.substring(1, 4)), file, sql.replace("\r\n", "\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
