package com.nexusai.kit.auth;

import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.auth.KeyLimits;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key that was just made: the only moment at which its text exists. It looks like {@code nx_i_} and 32 letters and
 * digits, so that people and secret scanners know it when they see it; the letter says what it may do.
 */
record NewKey(String text, ApiKey stored) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 32;
    private static final int ID_LENGTH = 12;

    static NewKey make(
            String tenant,
            String name,
            Set<Scope> scopes,
            Instant now,
            @Nullable Instant expiresAt,
            @Nullable KeyLimits limits,
            RandomGenerator random) {
        var text = "nx_" + letter(scopes) + "_" + letters(random);
        var hash = KeyHash.of(text);
        var texts = scopes.stream().map(Scope::text).collect(Collectors.toSet());
        // The start of the hash names the key and gives nothing of it away.
        var id = hash.substring(0, ID_LENGTH);
        return new NewKey(text, new ApiKey(id, tenant, name, hash, texts, now, expiresAt, null, limits));
    }

    private static String letter(Set<Scope> scopes) {
        return scopes.size() == 1 ? scopes.iterator().next().text().substring(0, 1) : "x";
    }

    private static String letters(RandomGenerator random) {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
