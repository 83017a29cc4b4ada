package com.nexusai.aggregator.domain.metric;

import com.nexusai.schema.metric.BuiltInMetrics;
import com.nexusai.schema.metric.MetricDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every metric that is alive: the built-in ones, and those of each tenant. Never changed but for the plans it remembers;
 * a change of definitions makes a new one, which shares with this one whatever stayed as it was.
 */
public final class Catalogue {
    private static final List<CompiledMetric> BUILT_IN =
            BuiltInMetrics.OF_EVENTS.stream().map(CompiledMetric::of).toList();

    /** Decisions have no type; a name that no filter of theirs asks for. */
    private static final Plan DECISIONS = PlanCompiler.compile(
            "", BuiltInMetrics.OF_DECISIONS.stream().map(CompiledMetric::of).toList());

    private final TenantPlans common;
    private final Map<String, TenantPlans> tenants;

    private Catalogue(TenantPlans common, Map<String, TenantPlans> tenants) {
        this.common = common;
        this.tenants = tenants;
    }

    /** The built-in metrics alone. */
    public static Catalogue builtIn() {
        return new Catalogue(new TenantPlans(BUILT_IN, Map.of()), Map.of());
    }

    /**
     * With these as the tenant's own metrics, in place of those it had.
     *
     * @param definitions sound and enabled
     */
    public Catalogue with(String tenantId, Collection<MetricDefinition> definitions) {
        var changed = new HashMap<>(tenants);
        if (definitions.isEmpty()) {
            changed.remove(tenantId);
        } else {
            changed.put(tenantId, tenants.getOrDefault(tenantId, common).with(BUILT_IN, definitions));
        }
        return new Catalogue(common, Map.copyOf(changed));
    }

    public Plan planFor(String tenantId, String type) {
        return tenants.getOrDefault(tenantId, common).planFor(type);
    }

    /** What a moderation decision counts in; its fields are looked at as the properties of an event. */
    public Plan decisionPlan() {
        return DECISIONS;
    }

    /** The tenant's funnels that begin with an actor's first event, whatever it is. */
    public List<LiveMetric> firstSeenFunnels(String tenantId) {
        return tenants.getOrDefault(tenantId, common).firstSeenFunnels();
    }

    /** The metrics that the tenant added. */
    public List<LiveMetric> metricsOf(String tenantId) {
        var own = tenants.get(tenantId);
        return own == null ? List.of() : own.own();
    }
}
