package com.nexusai.ingest.limit;

import com.nexusai.schema.auth.KeyLimits;
import org.jspecify.annotations.Nullable;

/** What a key may send by default, and what all keys of a tenant may send together. */
public record Quotas(Quota keyRequests, Quota keyEvents, Quota tenantRequests, Quota tenantEvents) {

    Quota keyRequests(@Nullable KeyLimits own) {
        return own == null ? keyRequests : with(keyRequests, own.requestsPerSecond(), own.requestBurst());
    }

    Quota keyEvents(@Nullable KeyLimits own) {
        return own == null ? keyEvents : with(keyEvents, own.eventsPerSecond(), own.eventBurst());
    }

    private static Quota with(Quota quota, @Nullable Long perSecond, @Nullable Long burst) {
        return new Quota(
                quota.name(), perSecond == null ? quota.perSecond() : perSecond, burst == null ? quota.burst() : burst);
    }
}
