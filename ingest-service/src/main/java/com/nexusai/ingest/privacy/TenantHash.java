package com.nexusai.ingest.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 under a key of the tenant's own, which is derived from one secret of the installation by HKDF. So two
 * tenants' hashes of one value have nothing in common, and no secret lies on a topic.
 */
public final class TenantHash {
    private static final String PREFIX = "hmac:";
    private static final int BYTES = 16;
    private static final int LENGTH = PREFIX.length() + 22;
    /** Without a secret there is no hash, and what was to be hashed must still not pass. */
    private static final String WITHHELD = "[withheld]";

    private final byte @Nullable [] secret;
    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();

    /** @param secret null where none is configured */
    public TenantHash(@Nullable String secret) {
        this.secret = secret == null ? null : secret.getBytes(UTF_8);
    }

    public boolean isAvailable() {
        return secret != null;
    }

    String of(String tenantId, byte[] value) {
        if (secret == null) {
            return WITHHELD;
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.computeIfAbsent(tenantId, this::derive));
            var hash = Arrays.copyOf(mac.doFinal(value), BYTES);
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no HMAC-SHA256", missing);
        }
    }

    /** Whether the text is a hash already: hashing it again would make another one of it. */
    static boolean isHash(String text) {
        return text.equals(WITHHELD)
                || (text.length() == LENGTH
                        && text.startsWith(PREFIX)
                        && text.chars().skip(PREFIX.length()).allMatch(TenantHash::isBase64Url));
    }

    private static boolean isBase64Url(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private SecretKey derive(String tenantId) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(Objects.requireNonNull(secret))
                    .thenExpand(("fleet pseudonyms " + tenantId).getBytes(UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", parameters);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no HKDF", missing);
        }
    }
}
