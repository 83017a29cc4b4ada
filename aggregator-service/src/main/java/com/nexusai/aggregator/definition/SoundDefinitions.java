package com.nexusai.aggregator.definition;

import static java.util.stream.Collectors.joining;

import com.nexusai.aggregator.domain.metric.Catalogue;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.metric.DefinitionCheck;
import com.nexusai.schema.metric.Fault;
import com.nexusai.schema.metric.MetricDefinition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last sound definition of each name. A faulty one is logged, counted, and leaves the one before it in force, so
 * that no slip on the topic stops a metric. Used by one thread, that of the view.
 */
final class SoundDefinitions {
    private static final Logger LOG = LoggerFactory.getLogger(SoundDefinitions.class);
    private static final Comparator<MetricDefinition> OLDEST_FIRST =
            Comparator.comparing(MetricDefinition::createdAt).thenComparing(MetricDefinition::name);

    private final Catalogue catalogue;
    private final DefinitionMeters meters;
    private final Map<String, Map<String, MetricDefinition>> tenants = new HashMap<>();

    SoundDefinitions(Catalogue catalogue, DefinitionMeters meters) {
        this.catalogue = catalogue;
        this.meters = meters;
    }

    void changed(String key, @Nullable MetricDefinition now) {
        var tenantId = EventKey.tenantOf(key);
        if (now == null) {
            tenants.getOrDefault(tenantId, new HashMap<>()).remove(key);
            publish(tenantId);
        } else if (isSound(key, now)) {
            tenants.computeIfAbsent(tenantId, _ -> new TreeMap<>()).put(key, now);
            publish(tenantId);
        }
    }

    private boolean isSound(String key, MetricDefinition definition) {
        var faults = key.equals(definition.topicKey())
                ? DefinitionCheck.faults(definition)
                : List.of(new Fault("name", "is '" + definition.topicKey() + "', which is not the record's key"));
        if (faults.isEmpty()) {
            return true;
        }
        meters.refused(1);
        LOG.warn(
                "the metric {} is faulty and what was known of it stays in force: {}",
                key,
                faults.stream()
                        .map(fault -> fault.field() + " " + fault.sentence())
                        .collect(joining("; ")));
        return false;
    }

    private void publish(String tenantId) {
        var enabled = tenants.getOrDefault(tenantId, Map.of()).values().stream()
                .filter(MetricDefinition::enabled)
                .sorted(OLDEST_FIRST)
                .toList();
        int tooMany = Math.max(0, enabled.size() - MetricDefinition.MOST_PER_TENANT);
        if (tooMany > 0) {
            meters.refused(tooMany);
            LOG.warn("{} has {} metrics, the newest {} are left out", tenantId, enabled.size(), tooMany);
        }
        var kept = enabled.subList(0, enabled.size() - tooMany);
        int before = catalogue.metricsOf(tenantId).size();
        catalogue.replace(tenantId, kept);
        meters.live(kept.size() - before);
    }
}
