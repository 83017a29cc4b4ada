package com.nexusai.moderation.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.Webhook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private final Secrets secrets = new Secrets("a key of more than thirty-two characters");

    /** The example of the Standard Webhooks specification. */
    @Test
    void shouldSignAsStandardWebhooksDoes() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(Secrets.signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void shouldGiveEachWebhookOfEachTenantItsOwnSecret() {
        assertThat(Set.of(
                        secrets.shown(webhook("acme", "app", 1)),
                        secrets.shown(webhook("acme", "app", 2)),
                        secrets.shown(webhook("acme", "app2", 1)),
                        secrets.shown(webhook("other", "app", 1))))
                .hasSize(4)
                .allMatch(secret -> secret.startsWith("whsec_"));
    }

    @Test
    void shouldSignWithBothSecretsForADayWhenTheyChange() {
        var changed = webhook("acme", "app", 2);
        var before = webhook("acme", "app", 1);

        var both = secrets.signatures(changed, "d1", 1, BODY, Instant.EPOCH.plus(Duration.ofHours(23)));
        var one = secrets.signatures(changed, "d1", 1, BODY, Instant.EPOCH.plus(Duration.ofHours(24)));

        var old = secrets.signatures(before, "d1", 1, BODY, Instant.EPOCH);
        assertThat(both).isEqualTo(one + " " + old);
    }

    static Webhook webhook(String tenantId, String name, int secretVersion) {
        return new Webhook(
                tenantId,
                name,
                1,
                URI.create("https://hook.example"),
                Set.of(),
                true,
                secretVersion,
                Instant.EPOCH,
                Instant.EPOCH,
                "k-1");
    }
}
