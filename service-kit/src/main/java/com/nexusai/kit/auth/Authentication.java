package com.nexusai.kit.auth;

import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.auth.ApiKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Turns a credential into a caller, or into the problem that says why not. */
public final class Authentication {
    private final KeyLookup keys;
    private final @Nullable JwtVerifier tokens;
    private final Clock clock;

    /** @param tokens null when only API keys are accepted */
    public Authentication(KeyLookup keys, @Nullable JwtVerifier tokens, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.clock = clock;
    }

    public Principal byHeaders(RequestHeaders headers) {
        return switch (Credential.of(headers)) {
            case Credential.None() ->
                throw Problem.unauthorized(
                        "Send an API key as 'Authorization: Bearer <key>', as 'X-Api-Key', or as the user name or the password of Basic.");
            case Credential.Key(var key) -> byKey(key);
            case Credential.Pair(var userName, var password) ->
                byKey(keys.find(KeyHash.of(userName)) == null ? password : userName);
            case Credential.Token(var jwt) -> byToken(jwt);
        };
    }

    /** For keys that arrive in a place of their own, such as an SDK's body. */
    public Principal byKey(String key) {
        var hash = KeyHash.of(key);
        var found = keys.find(hash);
        if (found == null && !keys.ready()) {
            throw Problem.unavailable("API keys are still being loaded.", Duration.ofSeconds(1));
        }
        if (found == null || !sameHash(found, hash)) {
            throw Problem.unauthorized("The API key is not known.");
        }
        if (!found.usableAt(clock.instant())) {
            throw Problem.unauthorized(
                    found.revokedAt() == null ? "The API key has expired." : "The API key was revoked.");
        }
        return principal(found);
    }

    /** @throws Problem 403 that names the scope */
    public static Principal require(Principal principal, Scope scope) {
        if (principal.may(scope)) {
            return principal;
        }
        throw Problem.forbidden("This needs the scope '" + scope.text() + "', which the credential does not have.")
                .with("scope", scope.text());
    }

    private Principal byToken(String jwt) {
        if (tokens == null) {
            throw Problem.unauthorized("Tokens are not accepted here; send an API key.");
        }
        return tokens.verify(jwt);
    }

    private static boolean sameHash(ApiKey key, String hash) {
        return MessageDigest.isEqual(
                key.sha256().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static Principal principal(ApiKey key) {
        var scopes = EnumSet.noneOf(Scope.class);
        key.scopes().forEach(text -> Scope.parse(text).ifPresent(scopes::add));
        return new Principal(key.tenantId(), key.keyId(), scopes, key.limits());
    }
}
