package com.nexusai.ingest.plan;

import com.nexusai.ingest.domain.Plans;
import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.CannotStart;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.plan.TrackingPlan;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plans on their compacted topic, followed live; each is compiled once, when it comes. */
public final class LivePlans implements Plans, Part {
    private static final Logger LOG = LoggerFactory.getLogger(LivePlans.class);
    private static final Duration LOAD = Duration.ofSeconds(60);

    private final Map<String, CompiledPlan> compiled = new ConcurrentHashMap<>();
    private final CompactedView<String, TrackingPlan> view;

    public LivePlans(KafkaClients clients) {
        this.view = new CompactedView<>(Topics.TRACKING_PLANS, clients, this::compile);
    }

    /** Returns once all plans are known: before that, an event that has to be rejected could pass. */
    @Override
    public void start() {
        view.start();
        if (!view.awaitCaughtUp(LOAD)) {
            throw new CannotStart(
                    Topics.TRACKING_PLANS.name() + " could not be read within " + LOAD.toSeconds() + " s");
        }
    }

    @Override
    public @Nullable Violation judge(Event event) {
        if (compiled.isEmpty()) {
            return null;
        }
        var plan = compiled.get(EventKey.of(event.tenantId(), event.type()));
        return plan == null ? null : plan.judge(event);
    }

    /** Sorted by type. */
    public List<TrackingPlan> of(String tenantId) {
        return view.entries().values().stream()
                .filter(plan -> plan.tenantId().equals(tenantId))
                .sorted((one, other) -> one.type().compareTo(other.type()))
                .toList();
    }

    public @Nullable TrackingPlan find(String tenantId, String type) {
        return view.get(EventKey.of(tenantId, type));
    }

    public HealthCheck liveness() {
        return view.liveness();
    }

    public HealthCheck readiness() {
        return view.readiness();
    }

    @Override
    public void close() {
        view.close();
    }

    /** A plan that somebody wrote past the REST door and that cannot be used must not stop the events. */
    private void compile(String key, @Nullable TrackingPlan before, @Nullable TrackingPlan after) {
        if (after == null) {
            compiled.remove(key);
            return;
        }
        try {
            compiled.put(key, CompiledPlan.of(after));
        } catch (UnusableSchema unusable) {
            LOG.error("the tracking plan {} cannot be used: {}", key, unusable.problem());
        }
    }
}
