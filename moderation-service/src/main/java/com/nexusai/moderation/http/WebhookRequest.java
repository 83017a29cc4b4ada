package com.nexusai.moderation.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Webhook;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it should be.
 *
 * @param newSecret whether another secret is wanted from now on
 */
record WebhookRequest(
        int version,
        @Nullable String url,
        @Nullable Set<Outcome> outcomes,
        @Nullable Boolean enabled,
        @Nullable Boolean newSecret)
        implements Definition<Webhook> {

    @Override
    public Webhook define(String name, Moderator by, @Nullable Webhook before) {
        boolean changes = Boolean.TRUE.equals(newSecret);
        return new Webhook(
                by.tenantId(),
                name,
                version + 1,
                address(),
                outcomes == null ? Set.of() : outcomes,
                enabled == null || enabled,
                before == null ? 1 : before.secretVersion() + (changes ? 1 : 0),
                before == null || changes ? by.at() : before.secretSince(),
                by.at(),
                by.name());
    }

    URI address() {
        try {
            return URI.create(url == null ? "" : url);
        } catch (IllegalArgumentException noAddress) {
            throw Problem.invalid("url", "It is not an address.");
        }
    }
}
