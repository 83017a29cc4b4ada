package com.nexusai.query.http;

import com.nexusai.query.dashboard.Dashboards;
import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.event.EventKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Dashboards in a map. */
final class FakeDashboards implements Dashboards {
    final Map<String, Dashboard> byKey = new ConcurrentSkipListMap<>();

    @Override
    public Optional<Dashboard> find(String tenantId, String id) {
        return Optional.ofNullable(byKey.get(EventKey.of(tenantId, id)));
    }

    @Override
    public List<Dashboard> of(String tenantId) {
        return byKey.values().stream()
                .filter(dashboard -> dashboard.tenantId().equals(tenantId))
                .toList();
    }

    @Nullable
    Dashboard change(String key, UnaryOperator<@Nullable Dashboard> change) {
        var after = change.apply(byKey.get(key));
        if (after == null) {
            byKey.remove(key);
        } else {
            byKey.put(key, after);
        }
        return after;
    }
}
