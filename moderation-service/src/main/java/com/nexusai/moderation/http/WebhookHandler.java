package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.book.Book;
import com.nexusai.moderation.webhook.Deliveries;
import com.nexusai.moderation.webhook.Destinations;
import com.nexusai.moderation.webhook.Secrets;
import com.nexusai.schema.moderation.Delivery;
import com.nexusai.schema.moderation.Webhook;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a tenant wants to be told of decisions, its secret, and what could not be delivered. */
public final class WebhookHandler {
    private final Book<Webhook> book;
    private final BookHandler<Webhook, WebhookRequest> webhooks;
    private final @Nullable Secrets secrets;
    private final Destinations destinations;
    private final Deliveries deliveries;

    /** @param secrets null where the service has no key to sign with, and takes no webhooks therefore */
    public WebhookHandler(
            Book<Webhook> book,
            @Nullable Secrets secrets,
            Destinations destinations,
            Deliveries deliveries,
            Clock clock) {
        this.book = book;
        this.webhooks = new BookHandler<>(
                book, new BookHandler.Sort<>("webhook", WebhookRequest.class, Webhook::version, one -> one), clock);
        this.secrets = secrets;
        this.destinations = destinations;
        this.deliveries = deliveries;
    }

    record DeliveryView(
            String decisionId,
            String contentId,
            String status,
            int attempts,
            Instant since,
            @Nullable Instant nextAt,
            @Nullable String lastError) {
        static DeliveryView of(Delivery one) {
            return new DeliveryView(
                    one.decision().decisionId(),
                    one.decision().contentId(),
                    one.givenUp() ? "dead" : "waiting",
                    one.attempts(),
                    one.since(),
                    one.nextAt(),
                    one.lastError());
        }
    }

    BookHandler<Webhook, WebhookRequest> all() {
        return webhooks;
    }

    void put(Context ctx) {
        signing();
        webhooks.put(
                ctx,
                request -> destinations.objection(request.address()).ifPresent(objection -> {
                    throw Problem.invalid("url", objection);
                }));
    }

    void secret(Context ctx) {
        ctx.json(Map.of("secret", signing().shown(webhook(ctx))));
    }

    void undelivered(Context ctx) {
        var webhook = webhook(ctx);
        ctx.json(Map.of(
                "items",
                deliveries.of(webhook.tenantId(), webhook.name()).stream()
                        .map(DeliveryView::of)
                        .toList()));
    }

    void again(Context ctx) {
        var webhook = webhook(ctx);
        try {
            ctx.json(Map.of("again", deliveries.again(webhook.tenantId(), webhook.name())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Forwarding.moving();
        }
    }

    private Webhook webhook(Context ctx) {
        var name = ctx.pathParam(BookHandler.NAME);
        var found = book.find(Access.tenant(ctx), name);
        if (found == null) {
            throw webhooks.missing(name);
        }
        return found;
    }

    private Secrets signing() {
        if (secrets == null) {
            throw Problem.of(
                    501, "no-signing-key", "Webhooks are not set up", "The service has no WEBHOOK_SIGNING_KEY.");
        }
        return secrets;
    }
}
