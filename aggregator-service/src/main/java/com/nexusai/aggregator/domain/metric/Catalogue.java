package com.nexusai.aggregator.domain.metric;

import com.nexusai.schema.metric.BuiltInMetrics;
import com.nexusai.schema.metric.MetricDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every metric that is alive: the built-in ones, and those of each tenant. What belongs to a tenant is replaced as a
 * whole, so a reader sees all of a change or nothing of it, and never waits.
 */
public final class Catalogue {
    private static final List<CompiledMetric> BUILT_IN =
            BuiltInMetrics.OF_EVENTS.stream().map(CompiledMetric::of).toList();

    /** Decisions are no events and have no type that a filter could ask for. */
    private static final Plan DECISIONS = PlanCompiler.compile(
            "", BuiltInMetrics.OF_DECISIONS.stream().map(CompiledMetric::of).toList());

    private final TenantPlans common = new TenantPlans(BUILT_IN, Map.of());
    private final Map<String, TenantPlans> tenants = new ConcurrentHashMap<>();

    private Catalogue() {}

    /** The built-in metrics alone. */
    public static Catalogue builtIn() {
        return new Catalogue();
    }

    /**
     * Makes these the tenant's own metrics, in place of those it had. What did not change stays the same object.
     *
     * @param definitions sound and enabled
     */
    public void replace(String tenantId, Collection<MetricDefinition> definitions) {
        if (definitions.isEmpty()) {
            tenants.remove(tenantId);
        } else {
            tenants.put(tenantId, of(tenantId).with(BUILT_IN, definitions));
        }
    }

    public Plan planFor(String tenantId, String type) {
        return of(tenantId).planFor(type);
    }

    /** What a moderation decision counts in; its fields are looked at as the properties of an event. */
    public Plan decisionPlan() {
        return DECISIONS;
    }

    /** The metrics that the tenant added. */
    public List<LiveMetric> metricsOf(String tenantId) {
        return of(tenantId).own();
    }

    /** The funnels that begin with an actor's earliest event, whatever its type. */
    public List<LiveMetric> firstSeenFunnels(String tenantId) {
        return of(tenantId).firstSeenFunnels();
    }

    private TenantPlans of(String tenantId) {
        return tenants.getOrDefault(tenantId, common);
    }
}
