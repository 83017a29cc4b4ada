package com.nexusai.ingest.limit;

import com.nexusai.kit.auth.Principal;
import java.util.ArrayList;
import java.util.List;

/** Counts what a caller sends against its key and its tenant. The key comes first: its flood is not the tenant's. */
public final class Throttle {
    private final Buckets buckets;
    private final Quotas quotas;

    public Throttle(Buckets buckets, Quotas quotas) {
        this.buckets = buckets;
        this.quotas = quotas;
    }

    /** @return what was asked; the last one was not granted where the request must not go on */
    public List<Level> request(Principal caller) {
        return draw(caller, quotas.keyRequests(caller.limits()), quotas.tenantRequests(), 1);
    }

    public List<Level> events(Principal caller, int count) {
        return draw(caller, quotas.keyEvents(caller.limits()), quotas.tenantEvents(), count);
    }

    /** How many events could ever pass at once. */
    public long mostEvents(Principal caller) {
        return Math.min(most(quotas.keyEvents(caller.limits())), most(quotas.tenantEvents()));
    }

    private List<Level> draw(Principal caller, Quota key, Quota tenant, long amount) {
        var levels = new ArrayList<Level>(2);
        if (amount > 0 && key.isLimited()) {
            levels.add(buckets.draw(caller.tenantId() + "/" + caller.subject() + "/" + key.name(), key, amount));
        }
        if (amount > 0 && tenant.isLimited() && levels.stream().allMatch(Level::granted)) {
            levels.add(buckets.draw(caller.tenantId() + "/" + tenant.name(), tenant, amount));
        }
        return levels;
    }

    private static long most(Quota quota) {
        return quota.isLimited() ? quota.capacity() : Long.MAX_VALUE;
    }
}
