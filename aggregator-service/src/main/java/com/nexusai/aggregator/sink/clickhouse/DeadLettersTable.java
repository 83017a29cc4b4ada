package com.nexusai.aggregator.sink.clickhouse;

import static com.nexusai.aggregator.sink.clickhouse.Column.DATE;
import static com.nexusai.aggregator.sink.clickhouse.Column.INT32;
import static com.nexusai.aggregator.sink.clickhouse.Column.INT64;
import static com.nexusai.aggregator.sink.clickhouse.Column.MILLIS;
import static com.nexusai.aggregator.sink.clickhouse.Column.TEXT;
import static com.nexusai.aggregator.sink.clickhouse.Column.WORD;

import java.time.Instant;
import java.util.List;

/** Records that could not be made into rows, with the bytes as they were and why. */
final class DeadLettersTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("cluster", WORD),
            new Column("topic", WORD),
            new Column("partition", INT32),
            new Column("offset", INT64),
            new Column("target", WORD),
            new Column("key", TEXT),
            new Column("value", TEXT),
            new Column("reason", TEXT),
            new Column("arrived_at", MILLIS),
            new Column("expires_on", DATE));

    /** Whose letter it is cannot be told, since it could not be read. */
    private static final String NOBODY = "";

    private DeadLettersTable() {}

    static Table<DeadLetter> of(Retention retention, String cluster, String target) {
        return new Table<>("dead_letters", COLUMNS, (record, letter, row) -> {
            var arrived = arrived(record.timestamp());
            row.string(cluster);
            row.string(record.topic());
            row.int32(record.partition());
            row.int64(record.offset());
            row.string(target);
            row.string(record.key());
            row.string(record.value());
            row.string(letter.reason());
            row.millis(arrived);
            row.date(retention.end(Kept.DEAD_LETTERS, NOBODY, arrived));
        });
    }

    /** A producer may stamp a record with any time on a topic that does not take the broker's; a letter must fit. */
    private static Instant arrived(long millis) {
        return Instant.ofEpochMilli(Math.clamp(millis, 0, 0xFFFF_FFFFL * 1000));
    }
}
