package com.nexusai.moderation.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.schema.moderation.Webhook;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of webhooks and the signatures that are made with them, as Standard Webhooks has them. A secret follows
 * from the service's own key and the webhook's name and version, so that none of them lies anywhere.
 */
public final class Secrets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    /** So long the one before is still used too, for receivers that have not changed yet. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final byte[] key;

    public Secrets(String key) {
        this.key = key.getBytes(UTF_8);
    }

    /** As the receiver has to know it. */
    public String shown(Webhook webhook) {
        return PREFIX + Base64.getEncoder().encodeToString(secret(webhook, webhook.secretVersion()));
    }

    /** The value of the header: one signature, or two while the secret changes. */
    String signatures(Webhook webhook, String id, long timestamp, byte[] body, Instant now) {
        var signature = signature(secret(webhook, webhook.secretVersion()), id, timestamp, body);
        boolean changes = webhook.secretVersion() > 1
                && now.isBefore(webhook.secretSince().plus(OVERLAP));
        return changes
                ? signature + " " + signature(secret(webhook, webhook.secretVersion() - 1), id, timestamp, body)
                : signature;
    }

    static String signature(byte[] secret, String id, long timestamp, byte[] body) {
        var signed = hmac(secret, (id + "." + timestamp + ".").getBytes(UTF_8), body);
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }

    private byte[] secret(Webhook webhook, int version) {
        return hmac(key, (webhook.tenantId() + "/" + webhook.name() + "/" + version).getBytes(UTF_8), new byte[0]);
    }

    private static byte[] hmac(byte[] key, byte[] first, byte[] then) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(first);
            return mac.doFinal(then);
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
