package com.nexusai.kit.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a request shows of itself. */
public sealed interface Credential {
    record None() implements Credential {}

    record Key(String key) implements Credential {}

    record Token(String jwt) implements Credential {}

    /** Of Basic: the key is the user name, as SDKs send it, or the password, as Grafana does. */
    record Pair(String userName, String password) implements Credential {}

    /**
     * Looks at {@code Authorization: Bearer} (a token or a key), {@code X-Api-Key}, and {@code Authorization: Basic}.
     */
    static Credential of(RequestHeaders headers) {
        var authorization = headers.get("Authorization");
        if (authorization == null) {
            var key = headers.get("X-Api-Key");
            return key == null || key.isBlank() ? new None() : new Key(key.strip());
        }
        var bearer = after("Bearer ", authorization);
        if (bearer != null) {
            return isJwt(bearer) ? new Token(bearer) : new Key(bearer);
        }
        var basic = after("Basic ", authorization);
        return basic == null ? new None() : pair(basic);
    }

    private static Credential pair(String basic) {
        try {
            var pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0 || colon == pair.length() - 1
                    ? new Key(colon < 0 ? pair : pair.substring(0, colon))
                    : new Pair(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return new None();
        }
    }

    private static @Nullable String after(String scheme, String authorization) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                ? authorization.substring(scheme.length()).strip()
                : null;
    }

    /** Three parts with dots between; our keys have none. */
    private static boolean isJwt(String bearer) {
        return bearer.chars().filter(c -> c == '.').count() == 2;
    }
}
