package com.nexusai.ingest.gate;

import java.util.HashMap;
import java.util.Map;

/**
 * What waits for Kafka's acknowledgement, for each tenant and together. A tenant that sends more than Kafka takes is told
 * to wait, before it fills the producer's buffer and with it everybody's way.
 */
public final class TenantShares {
    private final long perTenant;
    private final long together;
    private final Map<String, Long> held = new HashMap<>();
    private long all;

    /** @param together what the producer's buffer holds */
    public TenantShares(long perTenant, long together) {
        this.perTenant = perTenant;
        this.together = together;
    }

    /** A request that is larger than a share passes when its tenant has nothing else on the way. */
    public synchronized void take(String tenant, long bytes) throws ShareTaken {
        long own = held.getOrDefault(tenant, 0L);
        if (own > 0 && own + bytes > perTenant) {
            throw new ShareTaken(true);
        }
        if (all > 0 && all + bytes > together) {
            throw new ShareTaken(false);
        }
        held.put(tenant, own + bytes);
        all += bytes;
    }

    public synchronized void giveBack(String tenant, long bytes) {
        all -= bytes;
        held.computeIfPresent(tenant, (_, own) -> own > bytes ? own - bytes : null);
    }

    /** An expected failure: so much is on the way to Kafka already that no more may come. */
    public static final class ShareTaken extends Exception {
        private final boolean tenants;

        ShareTaken(boolean tenants) {
            super(tenants ? "the tenant's share is taken" : "the buffer is full", null, false, false);
            this.tenants = tenants;
        }

        /** Whether it is the tenant's own share, and not what all have together. */
        public boolean isTenants() {
            return tenants;
        }
    }
}
