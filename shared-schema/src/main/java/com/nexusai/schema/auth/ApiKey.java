package com.nexusai.schema.auth;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is kept: never the key itself, only its hash.
 *
 * @param sha256 the key's SHA-256 in lower-case hex; keys are long and random, so a slow hash would add nothing
 * @param scopes {@code ingest}, {@code backfill}, {@code read}, {@code edit}, {@code moderate},
 *     {@code lead}, {@code admin}
 * @param limits null where the service's defaults hold
 */
public record ApiKey(
        String keyId,
        String tenantId,
        String name,
        String sha256,
        Set<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable KeyLimits limits) {

    public ApiKey {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
    }

    /** A key with the limits that every key has. */
    public ApiKey(
            String keyId,
            String tenantId,
            String name,
            String sha256,
            Set<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {
        this(keyId, tenantId, name, sha256, scopes, createdAt, expiresAt, revokedAt, null);
    }

    public boolean usableAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
