package com.nexusai.kit.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** API keys always work; JWTs when either a shared secret or a JWKS address is given. */
public record AuthConfig(
        @Nullable String jwtSecret,
        @Nullable URI jwksUrl,
        JwtAlgorithm algorithm,
        @Nullable String issuer,
        @Nullable String audience) {

    private static final int HS256_BYTES = 32;

    public static final AuthConfig KEYS_ONLY = new AuthConfig(null, null, JwtAlgorithm.HS256, null, null);

    static AuthConfig from(Env env) {
        var secret = env.secret("AUTH_JWT_SECRET");
        var jwks = env.optionalUri("AUTH_JWKS_URL");
        var algorithm = env.choice(
                "AUTH_JWT_ALGORITHM", JwtAlgorithm.class, jwks == null ? JwtAlgorithm.HS256 : JwtAlgorithm.RS256);
        if (secret != null && jwks != null) {
            env.fault("AUTH_JWKS_URL", "is given together with AUTH_JWT_SECRET; allowed: one of the two");
        }
        if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length < HS256_BYTES) {
            env.fault("AUTH_JWT_SECRET", "is shorter than 32 bytes; allowed: 32 random bytes or more");
        }
        if (secret != null && jwks == null && algorithm != JwtAlgorithm.HS256) {
            env.fault("AUTH_JWT_ALGORITHM", algorithm + " does not go with AUTH_JWT_SECRET; allowed: HS256");
        }
        if (jwks != null && algorithm == JwtAlgorithm.HS256) {
            env.fault("AUTH_JWT_ALGORITHM", "HS256 does not go with AUTH_JWKS_URL; allowed: RS256, ES256");
        }
        return new AuthConfig(
                secret, jwks, algorithm, env.optional("AUTH_JWT_ISSUER"), env.optional("AUTH_JWT_AUDIENCE"));
    }

    public boolean acceptsJwt() {
        return jwtSecret != null || jwksUrl != null;
    }

    @Override
    public String toString() {
        return "AuthConfig[algorithm=" + algorithm + ", jwksUrl=" + jwksUrl + ", secret="
                + (jwtSecret == null ? "none" : "set") + "]";
    }
}
