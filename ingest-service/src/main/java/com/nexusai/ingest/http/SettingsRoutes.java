package com.nexusai.ingest.http;

import com.nexusai.ingest.privacy.TenantHash;
import com.nexusai.ingest.settings.Settings;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.kafka.CompactedWriter;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.schema.topic.Topics;
import io.javalin.config.RoutesConfig;
import java.time.InstantSource;

/** What a tenant chooses for its events: which enrichments, and what is taken out. */
public final class SettingsRoutes implements Routes {
    private static final String PATH = "/api/v1/tenant-settings";

    private final SettingsHandler handler;

    SettingsRoutes(SettingsHandler handler) {
        this.handler = handler;
    }

    public static SettingsRoutes of(Settings settings, TenantHash hash, KafkaClients clients, InstantSource clock) {
        var writer = new CompactedWriter<>(Topics.TENANT_SETTINGS, clients);
        return new SettingsRoutes(new SettingsHandler(settings, hash, writer, clock));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, handler::get, Scope.ADMIN);
        routes.put(PATH, handler::put, Scope.ADMIN);
    }
}
