package com.nexusai.ingest.processor;

import com.nexusai.ingest.domain.LedgerLine;
import com.nexusai.ingest.topology.Stores;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts each record that came in and what became of it. It lives in the same transaction as the records themselves,
 * so it is right after any crash, unlike a meter.
 */
final class Ledger {
    private final KeyValueStore<String, Long> store;
    private final int partition;

    private Ledger(KeyValueStore<String, Long> store, int partition) {
        this.store = store;
        this.partition = partition;
    }

    static Ledger of(ProcessorContext<?, ?> context) {
        return new Ledger(context.getStateStore(Stores.LEDGER), context.taskId().partition());
    }

    void count(LedgerLine line) {
        // the partition is part of the key, so that the lines of several partitions can be told apart and summed
        var key = line.word() + '/' + partition;
        Long before = store.get(key);
        store.put(key, before == null ? 1 : before + 1);
    }
}
