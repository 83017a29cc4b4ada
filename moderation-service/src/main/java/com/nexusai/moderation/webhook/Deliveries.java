package com.nexusai.moderation.webhook;

import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.moderation.Delivery;
import com.nexusai.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What waits and what is given up, read from its topic when somebody asks. */
public final class Deliveries {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaClients clients;
    private final DeliveryLog log;
    private final Clock clock;

    public Deliveries(KafkaClients clients, DeliveryLog log, Clock clock) {
        this.clients = clients;
        this.log = log;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<Delivery> of(String tenantId, String webhook) {
        var prefix = tenantId + "/" + webhook + "/";
        try (var brief = clients.brief();
                var view = new CompactedView<>(Topics.MODERATION_DELIVERIES, brief, (key, before, after) -> {})) {
            view.start();
            if (!view.awaitCaughtUp(PATIENCE)) {
                throw Problem.unavailable("The deliveries cannot be read now; try again.", Duration.ofSeconds(5));
            }
            return view.entries().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(prefix))
                    .map(Map.Entry::getValue)
                    .sorted(Comparator.comparing(Delivery::since))
                    .toList();
        }
    }

    /** Those that are given up get another day. */
    public int again(String tenantId, String webhook) throws InterruptedException {
        int count = 0;
        for (var one : of(tenantId, webhook)) {
            if (one.givenUp()) {
                log.keep(Patience.anew(one, clock.instant()));
                count++;
            }
        }
        return count;
    }
}
