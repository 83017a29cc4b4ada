package com.nexusai.kit.auth;

import java.util.Set;

/**
 * Who is calling, and for which tenant.
 *
 * @param subject a key's id, or the {@code sub} of a token
 */
public record Principal(String tenantId, String subject, Set<Scope> scopes) {
    public Principal {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
