package com.nexusai.aggregator.sink.clickhouse;

import static com.nexusai.aggregator.sink.clickhouse.Column.DATE;
import static com.nexusai.aggregator.sink.clickhouse.Column.DECIMAL;
import static com.nexusai.aggregator.sink.clickhouse.Column.INT64;
import static com.nexusai.aggregator.sink.clickhouse.Column.MILLIS;
import static com.nexusai.aggregator.sink.clickhouse.Column.SECONDS;
import static com.nexusai.aggregator.sink.clickhouse.Column.TEXT;
import static com.nexusai.aggregator.sink.clickhouse.Column.UINT64;
import static com.nexusai.aggregator.sink.clickhouse.Column.WORD;

import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Ranked;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Cells, the latest revision of each. */
final class AggregatesTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("tenant_id", WORD),
            new Column("metric", WORD),
            new Column("granularity", WORD),
            new Column("dimension", TEXT),
            new Column("start", SECONDS),
            new Column("count", INT64),
            new Column("sum", DECIMAL),
            new Column("min", DECIMAL),
            new Column("max", DECIMAL),
            new Column("distinct", TEXT),
            new Column("histogram", "Map(Int32, Int64)"),
            new Column("top", "Array(Tuple(name String, count Int64))"),
            new Column("revision", UINT64),
            new Column("updated_at", MILLIS),
            new Column("expires_on", DATE));

    private final Retention retention;

    private AggregatesTable(Retention retention) {
        this.retention = retention;
    }

    static Table<Cell> of(Retention retention) {
        return new Table<>("aggregates", COLUMNS, new AggregatesTable(retention)::write);
    }

    private void write(ConsumerRecord<byte[], byte[]> record, Cell cell, RowBuffer row) {
        row.string(cell.tenantId());
        row.string(cell.metric());
        row.string(cell.granularity().word());
        row.string(cell.dimension());
        row.seconds(cell.start());
        row.int64(cell.count());
        row.decimal(cell.sum());
        row.decimal(cell.min());
        row.decimal(cell.max());
        row.string(cell.distinct());
        histogram(cell.histogram(), row);
        top(cell.top(), row);
        row.int64(cell.revision());
        row.millis(cell.updatedAt());
        row.date(retention.end(Kept.AGGREGATES, cell.tenantId(), cell.start()));
    }

    private static void histogram(@Nullable Map<Integer, Long> histogram, RowBuffer row) {
        var buckets = histogram == null ? Map.<Integer, Long>of() : histogram;
        row.length(buckets.size());
        buckets.forEach((bucket, count) -> {
            row.int32(bucket);
            row.int64(count);
        });
    }

    private static void top(@Nullable List<Ranked> top, RowBuffer row) {
        var places = top == null ? List.<Ranked>of() : top;
        row.length(places.size());
        places.forEach(place -> {
            row.string(place.name());
            row.int64(place.count());
        });
    }
}
