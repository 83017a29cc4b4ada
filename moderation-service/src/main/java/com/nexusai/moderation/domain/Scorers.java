package com.nexusai.moderation.domain;

/** The scorer of each tenant, which knows the tenant's own words too. */
@FunctionalInterface
public interface Scorers {
    Scorer of(String tenantId);
}
