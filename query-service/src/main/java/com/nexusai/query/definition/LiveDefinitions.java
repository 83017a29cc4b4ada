package com.nexusai.query.definition;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.metric.MetricDefinition;
import com.nexusai.schema.topic.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The topic {@code metric-definitions} as a map that follows it. */
public final class LiveDefinitions implements Definitions, Part {
    private final CompactedView<String, MetricDefinition> view;

    public LiveDefinitions(KafkaClients clients) {
        view = new CompactedView<>(Topics.METRIC_DEFINITIONS, clients, (key, before, after) -> {});
    }

    @Override
    public Optional<MetricDefinition> find(String tenantId, String name) {
        return Optional.ofNullable(view.get(tenantId + "/" + name));
    }

    @Override
    public List<MetricDefinition> of(String tenantId) {
        return view.entries().values().stream()
                .filter(definition -> definition.tenantId().equals(tenantId))
                .sorted(Comparator.comparing(MetricDefinition::name))
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
