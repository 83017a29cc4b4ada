package com.nexusai.query.http;

import com.nexusai.query.definition.Definitions;
import com.nexusai.schema.metric.MetricDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Definitions in a map. */
final class FakeDefinitions implements Definitions {
    final Map<String, MetricDefinition> byKey = new ConcurrentSkipListMap<>();

    @Override
    public Optional<MetricDefinition> find(String tenantId, String name) {
        return Optional.ofNullable(byKey.get(tenantId + "/" + name));
    }

    @Override
    public List<MetricDefinition> of(String tenantId) {
        return byKey.values().stream()
                .filter(definition -> definition.tenantId().equals(tenantId))
                .toList();
    }

    @Nullable
    MetricDefinition change(String key, UnaryOperator<@Nullable MetricDefinition> change) {
        var after = change.apply(byKey.get(key));
        if (after == null) {
            byKey.remove(key);
        } else {
            byKey.put(key, after);
        }
        return after;
    }
}
