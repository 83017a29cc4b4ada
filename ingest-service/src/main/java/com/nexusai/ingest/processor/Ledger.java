package com.nexusai.ingest.processor;

import com.nexusai.ingest.domain.LedgerLine;
import com.nexusai.ingest.topology.Stores;
import com.nexusai.kit.streams.BeforeCommit;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts each record that came in and what became of it. It lives in the same transaction as the records themselves,
 * so it is right after any crash, unlike a meter. What was counted since the last commit is in memory only.
 */
final class Ledger {
    private final KeyValueStore<String, Long> store;
    private final int partition;
    private final BeforeCommit.Bell bell;
    private final Map<LedgerLine, Long> counts = new EnumMap<>(LedgerLine.class);

    /** @param commits the processor's own: two ledgers of a task are written one after the other */
    Ledger(ProcessorContext<?, ?> context, BeforeCommit commits) {
        this.store = context.getStateStore(Stores.LEDGER);
        this.partition = context.taskId().partition();
        this.bell = commits.bell(context, this::write);
    }

    void count(LedgerLine line) {
        counts.merge(line, 1L, Long::sum);
        bell.set();
    }

    private void write() {
        counts.forEach((line, count) -> {
            // the partition is part of the key, so that the lines of several partitions can be told apart and summed
            var key = line.word() + '/' + partition;
            Long before = store.get(key);
            store.put(key, before == null ? count : before + count);
        });
        counts.clear();
    }
}
