package com.nexusai.query.dashboard;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.topic.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The topic {@code dashboards} as a map that follows it. */
public final class LiveDashboards implements Dashboards, Part {
    private final CompactedView<String, Dashboard> view;

    public LiveDashboards(KafkaClients clients) {
        view = new CompactedView<>(Topics.DASHBOARDS, clients, (key, before, after) -> {});
    }

    @Override
    public Optional<Dashboard> find(String tenantId, String id) {
        return Optional.ofNullable(view.get(EventKey.of(tenantId, id)));
    }

    @Override
    public List<Dashboard> of(String tenantId) {
        return view.entries().values().stream()
                .filter(dashboard -> dashboard.tenantId().equals(tenantId))
                .sorted(Comparator.comparing(Dashboard::title).thenComparing(Dashboard::id))
                .toList();
    }

    public HealthCheck liveness() {
        return view.liveness();
    }

    public HealthCheck readiness() {
        return view.readiness();
    }

    @Override
    public void start() {
        view.start();
    }

    @Override
    public void close() {
        view.close();
    }
}
