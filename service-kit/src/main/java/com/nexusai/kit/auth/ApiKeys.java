package com.nexusai.kit.auth;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.topic.Topics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The keys on the compacted topic {@code api-keys}, followed live and found by their hash. */
public final class ApiKeys implements KeyLookup, Part {
    private final Map<String, ApiKey> byHash = new ConcurrentHashMap<>();
    private final CompactedView<String, ApiKey> view;

    public ApiKeys(KafkaClients clients) {
        this.view = new CompactedView<>(Topics.API_KEYS, clients, this::index);
    }

    @Override
    public void start() {
        view.start();
    }

    @Override
    public boolean ready() {
        return view.caughtUp();
    }

    @Override
    public @Nullable ApiKey find(String sha256) {
        return byHash.get(sha256);
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

    private void index(String topicKey, @Nullable ApiKey before, @Nullable ApiKey after) {
        if (after != null) {
            byHash.put(after.sha256(), after);
        }
        if (before != null && (after == null || !after.sha256().equals(before.sha256()))) {
            byHash.remove(before.sha256());
        }
    }
}
