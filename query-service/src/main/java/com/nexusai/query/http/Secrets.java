package com.nexusai.query.http;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Names that nobody can guess. */
final class Secrets {
    private static final int ID_BYTES = 12;
    private static final int SECRET_BYTES = 32;

    private final RandomGenerator random;

    /** @param random a secure one, outside of tests */
    Secrets(RandomGenerator random) {
        this.random = random;
    }

    String id() {
        return text(ID_BYTES);
    }

    String secret() {
        return text(SECRET_BYTES);
    }

    private String text(int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
