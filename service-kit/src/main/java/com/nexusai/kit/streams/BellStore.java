package com.nexusai.kit.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps nothing. That something is put into it means that the cache above is being emptied, so a commit is near. */
final class BellStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final Map<TaskId, BellStore> bells;
    private Runnable work = () -> {};
    private boolean armed;
    private boolean open;

    BellStore(String name, Map<TaskId, BellStore> bells) {
        this.name = name;
        this.bells = bells;
    }

    void onRing(Runnable newWork) {
        work = newWork;
        armed = false;
    }

    /** @return whether it was not armed before */
    boolean arm() {
        boolean first = !armed;
        armed = true;
        return first;
    }

    @Override
    public void put(Bytes key, byte[] value) {
        armed = false;
        work.run();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        bells.put(context.taskId(), this);
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        put(key, value);
        return null;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        return null;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return null;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw nothingToRead();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw nothingToRead();
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private UnsupportedOperationException nothingToRead() {
        return new UnsupportedOperationException(name + " is a bell, there is nothing to read in it");
    }
}
