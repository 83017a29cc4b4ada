package com.nexusai.kit.auth;

import com.nexusai.schema.auth.KeyLimits;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, and for which tenant.
 *
 * @param subject a key's id, or the {@code sub} of a token
 * @param limits the key's own; null where the service's defaults hold
 */
public record Principal(
        String tenantId,
        String subject,
        Set<Scope> scopes,
        @Nullable KeyLimits limits) {
    public Principal {
        scopes = Set.copyOf(scopes);
    }

    public Principal(String tenantId, String subject, Set<Scope> scopes) {
        this(tenantId, subject, scopes, null);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
