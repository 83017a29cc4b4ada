package com.nexusai.aggregator.sink.clickhouse;

import com.nexusai.aggregator.sink.flow.OffsetRanges;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Rows of one table, as bytes, each with the record that it was made of. Made once: tried again, they are the same. */
final class Rows<V> {
    private final Table<V> table;
    private final RowBuffer buffer = new RowBuffer();
    private final List<ConsumerRecord<byte[], byte[]>> records;
    private int[] ends;

    Rows(Table<V> table, int expected) {
        this.table = table;
        this.records = new ArrayList<>(expected);
        this.ends = new int[Math.max(1, expected)];
    }

    /** @throws Unfit if it cannot be a row; then nothing is added */
    void add(ConsumerRecord<byte[], byte[]> record, V value) {
        int start = buffer.size();
        try {
            table.row().write(record, value, buffer);
        } catch (RuntimeException unfit) {
            buffer.cutTo(start);
            throw unfit;
        }
        if (records.size() == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[records.size()] = buffer.size();
        records.add(record);
    }

    Table<V> table() {
        return table;
    }

    Slice all() {
        return new Slice(0, records.size());
    }

    /** Some rows that follow each other. */
    final class Slice {
        private final int from;
        private final int to;

        private Slice(int from, int to) {
            this.from = from;
            this.to = to;
        }

        int size() {
            return to - from;
        }

        Slice firstHalf() {
            return new Slice(from, from + size() / 2);
        }

        Slice secondHalf() {
            return new Slice(from + size() / 2, to);
        }

        Slice none() {
            return new Slice(from, from);
        }

        ConsumerRecord<byte[], byte[]> first() {
            return records.get(from);
        }

        /** Names exactly these rows. */
        String token() {
            return OffsetRanges.of(records.subList(from, to)).token();
        }

        void writeTo(OutputStream out) throws IOException {
            var header = table.header();
            header.copy(0, header.size(), out);
            if (to > from) {
                buffer.copy(from == 0 ? 0 : ends[from - 1], ends[to - 1], out);
            }
        }
    }
}
