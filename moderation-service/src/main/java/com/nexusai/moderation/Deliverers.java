package com.nexusai.moderation;

import com.nexusai.kit.health.Health;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Lifecycle;
import com.nexusai.moderation.asking.Workers;
import com.nexusai.moderation.book.LiveBook;
import com.nexusai.moderation.http.WebhookHandler;
import com.nexusai.moderation.webhook.Courier;
import com.nexusai.moderation.webhook.Deliveries;
import com.nexusai.moderation.webhook.DeliveryLog;
import com.nexusai.moderation.webhook.Destinations;
import com.nexusai.moderation.webhook.Post;
import com.nexusai.moderation.webhook.Retries;
import com.nexusai.moderation.webhook.Secrets;
import com.nexusai.schema.moderation.Webhook;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** Starts what takes decisions to webhooks; without a key to sign with, nothing is delivered. */
final class Deliverers {
    private Deliverers() {}

    static WebhookHandler start(
            Lifecycle lifecycle,
            ModerationConfig config,
            KafkaClients clients,
            MeterRegistry meters,
            Health health,
            Clock clock) {
        var webhooks =
                lifecycle.start(new LiveBook<Webhook>(Topics.MODERATION_WEBHOOKS, clients, (tenantId, all) -> {}));
        health.alive(webhooks.liveness());
        var log = lifecycle.closeLater(DeliveryLog.open(clients));
        var destinations = new Destinations(config.privateWebhooks());
        var deliveries = new Deliveries(clients, log, clock);
        var key = config.signingKey();
        if (key == null) {
            return new WebhookHandler(webhooks, null, destinations, deliveries, clock);
        }
        var secrets = new Secrets(key);
        var post = lifecycle.closeLater(new Post(secrets, destinations, clock));
        var courier = new Courier(webhooks, post, log, meters, clock);
        var first = lifecycle.start(new Workers<>(
                "webhooks",
                Topics.MODERATION_DECISIONS,
                "latest",
                clients,
                (decision, record) -> courier.take(decision)));
        var retries = lifecycle.start(new Retries(clients, webhooks, post, log, clock));
        health.alive(first.liveness()).alive(retries.liveness());
        return new WebhookHandler(webhooks, secrets, destinations, deliveries, clock);
    }
}
