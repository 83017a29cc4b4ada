package com.nexusai.query.http;

import com.nexusai.query.engine.Engine;
import io.micrometer.core.instrument.MeterRegistry;

/** What is counted about answers, beside what the kit counts about requests. */
public final class QueryMeters implements Engine.EngineMeters {
    private final MeterRegistry registry;

    public QueryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param from {@code active}, {@code standby} or {@code peer} */
    @Override
    public void answered(String store, String from) {
        registry.counter("query.store.answers", "store", store, "from", from).increment();
    }

    @Override
    public void noCopy(String store) {
        registry.counter("query.store.unavailable", "store", store).increment();
    }

    @Override
    public void remembered(String result) {
        registry.counter("query.cache.lookups", "result", result).increment();
    }

    void notModified() {
        registry.counter("query.not.modified").increment();
    }

    @Override
    public void sourceAway(String source) {
        registry.counter("query.source.failures", "source", source).increment();
    }
}
