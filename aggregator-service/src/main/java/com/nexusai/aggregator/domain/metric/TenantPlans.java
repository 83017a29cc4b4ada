package com.nexusai.aggregator.domain.metric;

import com.nexusai.schema.metric.MetricDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A tenant's metrics, and the plans that were made of them so far. */
final class TenantPlans {
    /** For a filter such as {@code type starts with 'x'} every type has a plan of its own. */
    private static final int MOST_PLANS = 2000;

    /** No event has it, since the door refuses control characters. */
    private static final String UNHEARD_OF = "\0";

    private final List<CompiledMetric> all;
    private final Map<String, CompiledMetric> own;
    private final List<LiveMetric> firstSeenFunnels;
    private final TypeVocabulary vocabulary;
    private final Plan otherTypes;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    TenantPlans(List<CompiledMetric> builtIn, Map<String, CompiledMetric> own) {
        this.all = new ArrayList<>(builtIn);
        this.all.addAll(own.values());
        this.own = own;
        this.firstSeenFunnels = all.stream()
                .map(CompiledMetric::live)
                .filter(LiveMetric::startsWhenFirstSeen)
                .toList();
        this.vocabulary = TypeVocabulary.of(all);
        this.otherTypes = PlanCompiler.compile(UNHEARD_OF, all);
    }

    TenantPlans with(List<CompiledMetric> builtIn, Collection<MetricDefinition> definitions) {
        var now = new LinkedHashMap<String, CompiledMetric>();
        for (var definition : definitions) {
            var known = own.get(definition.name());
            boolean same = known != null && known.live().definition().equals(definition);
            now.put(definition.name(), same ? known : CompiledMetric.of(definition));
        }
        return new TenantPlans(builtIn, now);
    }

    Plan planFor(String type) {
        var known = plans.get(type);
        return known != null ? known : remember(type);
    }

    List<LiveMetric> own() {
        return own.values().stream().map(CompiledMetric::live).toList();
    }

    List<LiveMetric> firstSeenFunnels() {
        return firstSeenFunnels;
    }

    private Plan remember(String type) {
        if (!vocabulary.tellsApart(type)) {
            return otherTypes;
        }
        if (plans.size() >= MOST_PLANS) {
            plans.clear();
        }
        return plans.computeIfAbsent(type, any -> PlanCompiler.compile(any, all));
    }
}
