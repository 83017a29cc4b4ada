package com.nexusai.moderation.http;

import com.nexusai.kit.kafka.CompactedWriter.Audit;
import com.nexusai.moderation.book.Book;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.event.EventKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Definitions in memory. */
final class MapBook<V> implements Book<V> {
    private final Map<String, V> values = new ConcurrentSkipListMap<>();
    private final Consumer<AuditEntry> audited;
    private final BiConsumer<String, List<V>> changed;

    MapBook(Consumer<AuditEntry> audited, BiConsumer<String, List<V>> changed) {
        this.audited = audited;
        this.changed = changed;
    }

    @Override
    public V find(String tenantId, String name) {
        return values.get(EventKey.of(tenantId, name));
    }

    @Override
    public List<V> all(String tenantId) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(EventKey.of(tenantId, "")))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public V change(String tenantId, String name, UnaryOperator<V> change, Audit<V> audit) {
        var key = EventKey.of(tenantId, name);
        var before = values.get(key);
        var after = change.apply(before);
        if (after == null) {
            values.remove(key);
        } else {
            values.put(key, after);
        }
        audited.accept(audit.entry(before, after));
        changed.accept(tenantId, all(tenantId));
        return after;
    }
}
