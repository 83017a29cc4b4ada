package com.nexusai.moderation.policy;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.CompactedWriter;
import com.nexusai.kit.kafka.CompactedWriter.Audit;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.CannotStart;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.moderation.domain.Policies;
import com.nexusai.moderation.domain.PolicyRules;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The policies on their compacted topic, followed live. */
public final class LivePolicies implements Policies, PolicyBook, Part {
    private static final Logger LOG = LoggerFactory.getLogger(LivePolicies.class);
    private static final Duration LOAD = Duration.ofSeconds(60);

    private final Map<String, ModerationPolicy> usable = new ConcurrentHashMap<>();
    private final Map<String, ModerationPolicy> standard = new ConcurrentHashMap<>();
    private final CompactedView<String, ModerationPolicy> view;
    private final CompactedWriter<ModerationPolicy> writer;

    public LivePolicies(KafkaClients clients) {
        this.view = new CompactedView<>(Topics.MODERATION_POLICIES, clients, this::changed);
        this.writer = new CompactedWriter<>(Topics.MODERATION_POLICIES, clients);
    }

    /** Returns once all are known: before that, content would be judged by other rules than its tenant's. */
    @Override
    public void start() {
        view.start();
        if (!view.awaitCaughtUp(LOAD)) {
            throw new CannotStart(
                    Topics.MODERATION_POLICIES.name() + " could not be read within " + LOAD.toSeconds() + " s");
        }
    }

    @Override
    public ModerationPolicy of(String tenantId) {
        var own = usable.get(tenantId);
        return own != null ? own : standard.computeIfAbsent(tenantId, Policies::standard);
    }

    @Override
    public @Nullable ModerationPolicy shadowOf(String tenantId) {
        return usable.get(PolicyBook.shadowKey(tenantId));
    }

    @Override
    public @Nullable ModerationPolicy find(String key) {
        return usable.get(key);
    }

    @Override
    public @Nullable ModerationPolicy change(
            String key, UnaryOperator<@Nullable ModerationPolicy> change, Audit<ModerationPolicy> audit) {
        return writer.change(key, change, audit);
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

    /** One that somebody wrote past the REST door and that cannot be used leaves the last good one. */
    private void changed(String key, @Nullable ModerationPolicy before, @Nullable ModerationPolicy after) {
        if (after == null) {
            usable.remove(key);
            return;
        }
        var objection = PolicyRules.objection(after);
        if (objection.isPresent()) {
            LOG.error("the policy of {} cannot be used: {}", key, objection.get());
        } else {
            usable.put(key, after);
        }
    }
}
