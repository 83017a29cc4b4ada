package com.nexusai.moderation.webhook;

import com.nexusai.moderation.book.Book;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Webhook;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Takes each decision to the webhooks of its tenant. What is not taken is written down, to be tried again. */
public final class Courier {
    public static final String DELIVERIES = "moderation.webhook.deliveries";

    /** A tenant whose receiver is slow keeps no other waiting: what is above this is written down at once. */
    private static final int MOST_OF_A_TENANT = 16;

    private final Book<Webhook> webhooks;
    private final Post post;
    private final DeliveryLog log;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    public Courier(Book<Webhook> webhooks, Post post, DeliveryLog log, MeterRegistry meters, Clock clock) {
        this.webhooks = webhooks;
        this.post = post;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
    }

    /** Returns when each of them has it, or is written down as one that has not. */
    public void take(Decision decision) throws InterruptedException {
        for (var webhook : webhooks.all(decision.tenantId())) {
            if (webhook.enabled()
                    && (webhook.outcomes().isEmpty() || webhook.outcomes().contains(decision.decision()))) {
                take(webhook, decision);
            }
        }
    }

    private void take(Webhook webhook, Decision decision) throws InterruptedException {
        var place = places.computeIfAbsent(webhook.tenantId(), tenant -> new Semaphore(MOST_OF_A_TENANT));
        if (!place.tryAcquire()) {
            log.keep(Patience.parked(webhook.name(), decision, clock.instant()));
            return;
        }
        try {
            var error = post.deliver(webhook, decision);
            count(error.isEmpty() ? "delivered" : "failed");
            if (error.isPresent()) {
                log.keep(Patience.first(webhook.name(), decision, error.get(), clock.instant()));
            }
        } finally {
            place.release();
        }
    }

    void count(String result) {
        meters.counter(DELIVERIES, "result", result).increment();
    }
}
