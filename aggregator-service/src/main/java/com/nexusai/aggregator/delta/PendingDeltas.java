package com.nexusai.aggregator.delta;

import com.nexusai.aggregator.measure.Amount;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What was added up and not yet sent on. */
public final class PendingDeltas {
    private final Map<String, Tenant> tenants = new HashMap<>();

    /** What one tenant's metrics have to add. */
    public static final class Tenant {
        private final Map<String, Metric> metrics = new HashMap<>();

        private Tenant() {}

        /**
         * The amount at this spot, to be added to.
         *
         * @param cap how many dimensions a window of the metric may have; 0 for any number
         */
        public Amount at(String metric, int cap, Spot spot) {
            var known = metrics.get(metric);
            var amounts = known != null ? known.amounts : begin(metric, cap);
            return amounts.computeIfAbsent(spot, _ -> new Amount());
        }

        private Map<Spot, Amount> begin(String metric, int cap) {
            var amounts = new HashMap<Spot, Amount>();
            metrics.put(metric, new Metric(cap, amounts));
            return amounts;
        }
    }

    private record Metric(int cap, Map<Spot, Amount> amounts) {}

    public Tenant of(String tenantId) {
        return tenants.computeIfAbsent(tenantId, _ -> new Tenant());
    }

    public boolean isEmpty() {
        return tenants.isEmpty();
    }

    /** Gives each block with the key of its metric. */
    public void blocks(BiConsumer<String, byte[]> to) {
        tenants.forEach((tenantId, tenant) -> tenant.metrics.forEach((name, metric) -> {
            var key = new MetricId(tenantId, name).key();
            DeltaBlock.write(metric.cap, metric.amounts).forEach(block -> to.accept(key, block));
        }));
    }

    public void add(String key, byte[] block) {
        var id = MetricId.parse(key);
        var tenant = of(id.tenantId());
        DeltaBlock.read(
                block, (spot, amount, cap) -> tenant.at(id.metric(), cap, spot).plus(amount));
    }

    public void clear() {
        tenants.clear();
    }
}
