package com.nexusai.kit.auth;

import com.nexusai.schema.auth.ApiKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** API keys without Kafka. */
public final class Keys implements KeyLookup {
    private final Map<String, ApiKey> keys = new HashMap<>();
    public boolean ready = true;

    public Keys with(String key, String... scopes) {
        return with(key, null, null, scopes);
    }

    public Keys with(String key, Instant expiresAt, Instant revokedAt, String... scopes) {
        var hash = KeyHash.of(key);
        keys.put(hash, new ApiKey("id-" + key, "acme", key, hash, Set.of(scopes), Instant.EPOCH, expiresAt, revokedAt));
        return this;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public ApiKey find(String sha256) {
        return keys.get(sha256);
    }
}
