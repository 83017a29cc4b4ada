package com.nexusai.aggregator.state;

import com.nexusai.aggregator.delta.PendingDeltas;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** What was added up and not sent on when a commit came between two beats. */
public final class SavedDeltas {
    /** Stands between the key of a metric and the number of its block; no key has it. */
    private static final char NUMBER = '\0';

    private final KeyValueStore<String, byte[]> store;
    private final List<String> saved = new ArrayList<>();

    public SavedDeltas(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public PendingDeltas load() {
        var pending = new PendingDeltas();
        try (var blocks = store.all()) {
            blocks.forEachRemaining(block -> {
                pending.add(block.key.substring(0, block.key.indexOf(NUMBER)), block.value);
                saved.add(block.key);
            });
        }
        return pending;
    }

    /** In place of what was saved before. */
    public void save(PendingDeltas pending) {
        saved.forEach(store::delete);
        saved.clear();
        pending.blocks((key, block) -> {
            var numbered = key + NUMBER + saved.size();
            store.put(numbered, block);
            saved.add(numbered);
        });
    }
}
