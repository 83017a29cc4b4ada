package com.nexusai.query.http;

import com.nexusai.kit.auth.KeyHash;
import com.nexusai.query.dashboard.Dashboards;
import com.nexusai.schema.dashboard.Dashboard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** What stands in a link: which dashboard, and the secret that lets one read it. */
final class ShareToken {
    private ShareToken() {}

    static String of(Dashboard dashboard, String secret) {
        return encode(dashboard.tenantId()) + "." + encode(dashboard.id()) + "." + secret;
    }

    /** Empty where the token is none of ours, has expired, or was withdrawn; nobody is told which. */
    static Optional<Dashboard> read(String token, Dashboards dashboards, Instant now) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var hash = KeyHash.of(parts[2]).getBytes(StandardCharsets.UTF_8);
            return dashboards
                    .find(decode(parts[0]), decode(parts[1]))
                    .filter(dashboard -> dashboard.shares().stream()
                            .filter(share -> share.expiresAt().isAfter(now))
                            .anyMatch(share ->
                                    MessageDigest.isEqual(hash, share.sha256().getBytes(StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
