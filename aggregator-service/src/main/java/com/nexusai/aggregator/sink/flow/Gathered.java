package com.nexusai.aggregator.sink.flow;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was read and is not yet on its way, in order. */
final class Gathered {
    private final SinkSettings settings;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private long bytes;
    private long since;

    Gathered(SinkSettings settings) {
        this.settings = settings;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        if (records.isEmpty()) {
            since = System.nanoTime();
        }
        records.add(record);
        bytes += sizeOf(record);
    }

    int size() {
        return records.size();
    }

    boolean full() {
        return records.size() >= settings.mostRows() || bytes >= settings.mostBytes();
    }

    /** @param behind whether more records lie ready on the topic, so that a larger batch costs no time */
    boolean due(boolean behind) {
        return !records.isEmpty()
                && (full()
                        || (records.size() >= settings.batchRows() && !behind)
                        || System.nanoTime() - since >= settings.batchWait().toNanos());
    }

    /** The next batch; what is beyond it stays, and has waited as long. */
    Batch take() {
        int rows = 0;
        long size = 0;
        while (rows < records.size() && rows < settings.mostRows() && size < settings.mostBytes()) {
            size += sizeOf(records.get(rows++));
        }
        var batch = records.subList(0, rows);
        var taken = new Batch(batch);
        batch.clear();
        bytes -= size;
        return taken;
    }

    void clear() {
        records.clear();
        bytes = 0;
    }

    private static long sizeOf(ConsumerRecord<byte[], byte[]> record) {
        return (long) Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }
}
