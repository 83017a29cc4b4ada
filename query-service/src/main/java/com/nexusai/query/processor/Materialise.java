package com.nexusai.query.processor;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the newest value of each key; a null value deletes the key. Notes how far it has come. */
public final class Materialise<V> extends ContextualProcessor<String, V, Void, Void> {
    private final String storeName;
    private final Applied applied;
    private @Nullable KeyValueStore<String, V> store;

    public Materialise(String storeName, Applied applied) {
        this.storeName = storeName;
        this.applied = applied;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        store = context.getStateStore(storeName);
        applied.forget(storeName, context.taskId().partition());
    }

    @Override
    public void process(Record<String, V> record) {
        if (store == null) {
            throw new IllegalStateException("not initialised");
        }
        store.put(record.key(), record.value());
        context()
                .recordMetadata()
                .ifPresent(at -> applied.note(storeName, at.partition(), at.offset(), record.timestamp()));
    }
}
