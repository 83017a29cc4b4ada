package com.nexusai.ingest.settings;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.CannotStart;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.tenant.TenantSettings;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;

/** The settings on their compacted topic, followed live. */
public final class LiveSettings implements Settings, Part {
    private static final Duration LOAD = Duration.ofSeconds(60);

    private final CompactedView<String, TenantSettings> view;

    public LiveSettings(KafkaClients clients) {
        this.view = new CompactedView<>(Topics.TENANT_SETTINGS, clients, (tenant, before, after) -> {});
    }

    /** Returns once all settings are known: before that, something that has to be masked could pass. */
    @Override
    public void start() {
        view.start();
        if (!view.awaitCaughtUp(LOAD)) {
            throw new CannotStart(
                    Topics.TENANT_SETTINGS.name() + " could not be read within " + LOAD.toSeconds() + " s");
        }
    }

    @Override
    public TenantSettings of(String tenantId) {
        var settings = view.get(tenantId);
        return settings == null ? TenantSettings.none(tenantId) : settings;
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
}
